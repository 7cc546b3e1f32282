package org.vitrine.cli;

import java.util.concurrent.Callable;
import org.vitrine.client.admin.AdminDoor;
import picocli.CommandLine.Command;

/** Stops all sharing for now. */
@Command(
        name = "pause",
        description = "Hand out nothing to anybody until: vitrinectl resume. Sessions stay.",
        footer = {"", "Examples:", "  vitrinectl pause"})
final class PauseCommand implements Callable<Integer> {
    private final RootCommand root;

    PauseCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (AdminDoor admin = root.connectAdmin()) {
            admin.pause();
            root.terminal()
                    .out()
                    .println(
                            root.json()
                                    ? Json.object(json -> json.writeBooleanField("paused", true))
                                    : "Paused. Let sharing go on with: vitrinectl resume");
            return ExitCode.OK;
        }
    }
}
