package org.vitrine.broker.grants.table;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Makes changes of every kind in a file of grants, and says on standard output when one is acknowledged. A program for
 * {@link CrashIT} to kill.
 */
final class CrashingWriter {
    static final String ACKNOWLEDGED = "acknowledged";
    private static final String APP = "org.example.App";
    private static final String OTHER_APP = "org.example.Other";

    private CrashingWriter() {}

    /** Runs the changes on the file that the argument names. */
    public static void main(String[] arguments) {
        PermissionTable table = new EmbeddedPermissionTable(Path.of(arguments[0]), InstantSource.system());
        for (Function<PermissionTable, CompletionStage<?>> change : changes()) {
            change.apply(table).toCompletableFuture().join();
            System.out.println(ACKNOWLEDGED);
        }
    }

    /** Returns the changes, in their order. */
    static List<Function<PermissionTable, CompletionStage<?>>> changes() {
        List<Function<PermissionTable, CompletionStage<?>>> changes = new ArrayList<>();
        for (String object : List.of("org.example.Camera/Front", "org.example.Camera/Back")) {
            changes.add(table -> table.setPermission(object, APP, List.of("read=always")));
            changes.add(table -> table.setData(object, Map.of(APP, List.of("read:hash"))));
            changes.add(table -> table.setPermission(object, OTHER_APP, List.of("no")));
        }
        changes.add(table -> table.setPermission("org.example.Camera/Front", APP, List.of("read=never")));
        changes.add(table -> table.deletePermission("org.example.Camera/Front", OTHER_APP));
        changes.add(table -> table.delete("org.example.Camera/Back"));
        return changes;
    }
}
