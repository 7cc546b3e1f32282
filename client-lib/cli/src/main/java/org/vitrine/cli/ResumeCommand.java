package org.vitrine.cli;

import java.util.concurrent.Callable;
import org.vitrine.client.admin.AdminDoor;
import picocli.CommandLine.Command;

/** Lets sharing go on. */
@Command(
        name = "resume",
        description = "Let sharing go on after: vitrinectl pause",
        footer = {"", "Examples:", "  vitrinectl resume"})
final class ResumeCommand implements Callable<Integer> {
    private final RootCommand root;

    ResumeCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (AdminDoor admin = root.connectAdmin()) {
            admin.resume();
            root.terminal()
                    .out()
                    .println(
                            root.json()
                                    ? Json.object(json -> json.writeBooleanField("paused", false))
                                    : "Sharing goes on.");
            return ExitCode.OK;
        }
    }
}
