package org.vitrine.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.vitrine.broker.grants.table.PermissionTable;
import org.vitrine.broker.grants.table.PermissionTables;

/** Writes 10,000 grants of 100 applications, by the broker's own classes: the format is nobody else's. */
final class ManyGrants {
    private static final int GRANTS = 10_000;
    private static final int APPS = 100;
    private static final int AT_A_TIME = 1000;

    private ManyGrants() {}

    static void inFile(Path file) {
        write(PermissionTables.ofFile(file));
    }

    static void inStore(String busAddress) {
        write(PermissionTables.ofDesktop(busAddress, Path.of("/nonexistent/grants.db")));
    }

    private static void write(PermissionTable table) {
        try (table) {
            Deque<CompletableFuture<?>> underWay = new ArrayDeque<>();
            for (int i = 0; i < GRANTS; i++) {
                if (underWay.size() == AT_A_TIME) {
                    underWay.remove().join();
                }
                underWay.add(table.setPermission(
                                "org.example.Camera/Camera " + i,
                                "org.example.App" + i % APPS,
                                List.of(
                                        "read=always",
                                        "granted=2026-11-25T09:00:00Z",
                                        "used=2026-11-25",
                                        "expires=2027-11-25T09:00:00Z"))
                        .toCompletableFuture());
            }
            underWay.forEach(CompletableFuture::join);
        }
    }
}
