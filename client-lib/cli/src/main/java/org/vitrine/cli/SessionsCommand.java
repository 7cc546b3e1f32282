package org.vitrine.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.client.admin.AdminDoor;
import org.vitrine.client.admin.AdminImage;
import org.vitrine.client.admin.AdminSession;
import org.vitrine.client.admin.SharedThings;
import picocli.CommandLine.Command;

/** Lists who looks at what. */
@Command(
        name = "sessions",
        description = "List who looks at which image, since when, and what let them in.",
        footer = {"", "Examples:", "  vitrinectl sessions", "  vitrinectl sessions --json"})
final class SessionsCommand implements Callable<Integer> {
    private static final List<TextTable.Column> COLUMNS = List.of(
            new TextTable.Column("ID", true),
            new TextTable.Column("CONSUMER", false),
            new TextTable.Column("SANDBOX", false),
            new TextTable.Column("PID", true),
            new TextTable.Column("EVIDENCE", false),
            new TextTable.Column("ACCESS", false),
            new TextTable.Column("IMAGE", false),
            new TextTable.Column("SINCE", false),
            new TextTable.Column("BECAUSE OF", false));

    private final RootCommand root;

    SessionsCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (AdminDoor admin = root.connectAdmin()) {
            print(admin.shared());
            return ExitCode.OK;
        }
    }

    private void print(SharedThings shared) {
        Terminal terminal = root.terminal();
        if (root.json()) {
            terminal.out().println(SessionsJson.of(shared));
        } else if (shared.sessions().isEmpty()) {
            terminal.err().println("Nobody looks at anything.");
        } else {
            lines(shared, terminal.colour()).forEach(terminal.out()::println);
        }
    }

    static List<String> lines(SharedThings shared, boolean colour) {
        Map<Long, AdminImage> images =
                shared.images().stream().collect(Collectors.toMap(AdminImage::id, Function.identity()));
        TextTable table = new TextTable(COLUMNS);
        for (AdminSession session : shared.sessions()) {
            AdminImage image = images.get(session.imageId());
            table.row(List.of(
                    Long.toString(session.id()),
                    named(session.app()),
                    session.consumer().sandbox(),
                    Long.toString(session.consumer().pid()),
                    session.consumer().evidence(),
                    session.access(),
                    session.imageId() + (image == null ? "" : " \"" + image.title() + "\" of " + named(image.app())),
                    ShownTime.of(session.since()),
                    because(session.why())));
        }
        return table.lines(colour);
    }

    private static String named(String app) {
        return app.isEmpty() ? "(unknown)" : app;
    }

    private static String because(AdminSession.Why why) {
        return switch (why.basis()) {
            case "rule" -> "rule " + why.rule() + " (" + why.ruleSource() + ")";
            case "grant" -> "grant " + why.grant();
            case "user" -> why.grant().isEmpty() ? "the user's yes" : "the user's yes, remembered as " + why.grant();
            default -> why.basis();
        };
    }
}
