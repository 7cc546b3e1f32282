package org.vitrine.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.vitrine.client.admin.AdminDoor;
import org.vitrine.client.admin.AdminImage;
import org.vitrine.client.admin.Explained;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Explains a decision. */
@Command(
        name = "explain",
        description = "Say what the running broker would answer to a program, and why. Nothing is done.",
        footer = {
            "",
            "Examples:",
            "  vitrinectl policy explain --consumer org.example.Viewer --image Holidays",
            "  vitrinectl policy explain --consumer :1.42 --image 5 --access write --json"
        })
final class PolicyExplainCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(
            names = "--consumer",
            paramLabel = "APP",
            required = true,
            description = "An application id, '' for a program that is not known; or the unique name of a connection.")
    private String consumer = "";

    @Option(names = "--image", paramLabel = "IMAGE", required = true, description = "An id, an object path or a title.")
    private String image = "";

    @Option(
            names = "--access",
            paramLabel = "read|write",
            defaultValue = "read",
            description = "What it wants to do. Default: ${DEFAULT-VALUE}.")
    private String access = "read";

    PolicyExplainCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (!List.of("read", "write").contains(access)) {
            throw CommandFailure.usage("--access is read or write");
        }
        try (AdminDoor admin = root.connectAdmin()) {
            AdminImage found = AdminImageArgument.find(admin.images(), image);
            Explained explained = admin.explain(consumer, found.path(), access);
            if (root.json()) {
                root.terminal().out().println(ExplainedJson.of(explained, found, access));
            } else {
                ExplainedText.lines(explained, found, access)
                        .forEach(root.terminal().out()::println);
            }
            return ExitCode.OK;
        }
    }
}
