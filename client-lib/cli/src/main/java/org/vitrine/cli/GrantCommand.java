package org.vitrine.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.vitrine.client.admin.AdminDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has an answer remembered before anybody asks. */
@Command(
        name = "grant",
        description = "Remember an answer to a program, as if you had been asked, until you take it back.",
        footer = {
            "",
            "It counts where rules ask you: a rule that allows or denies wins over it. With ask and never, the sessions",
            "that rest on what was remembered before are closed.",
            "",
            "Examples:",
            "  vitrinectl grant org.example.Viewer 'org.example.Camera/Front' never",
            "  vitrinectl grant org.example.Painter 'org.example.Canvas/Page 1' always --access write"
        })
final class GrantCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "APP", description = "The application id of the program that asks.")
    private String app = "";

    @Parameters(
            index = "1",
            paramLabel = "IMAGES",
            description = "The images of one producer with one title, as PRODUCER/TITLE.")
    private String images = "";

    @Parameters(
            index = "2",
            paramLabel = "always|ask|never",
            description = "Let it in, ask you each time, or refuse it.")
    private String answer = "";

    @Option(
            names = "--access",
            paramLabel = "read|write",
            defaultValue = "read",
            description = "What it may, or may not do. Default: ${DEFAULT-VALUE}.")
    private String access = "read";

    GrantCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (!List.of("always", "ask", "never").contains(answer)) {
            throw CommandFailure.usage("The answer is always, ask or never.\nSee: vitrinectl grant --help");
        }
        if (!List.of("read", "write").contains(access)) {
            throw CommandFailure.usage("--access is read or write");
        }
        try (AdminDoor admin = root.connectAdmin()) {
            admin.setGrant(app, images, access, answer);
            root.terminal().out().println(root.json() ? json() : "Remembered. See it with: vitrinectl grants");
            return ExitCode.OK;
        }
    }

    private String json() {
        return Json.object(json -> {
            json.writeStringField("app", app);
            json.writeStringField("object", images);
            json.writeStringField("access", access);
            json.writeStringField("answer", answer);
        });
    }
}
