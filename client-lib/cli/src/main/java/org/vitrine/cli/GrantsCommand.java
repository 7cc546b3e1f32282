package org.vitrine.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.vitrine.client.admin.AdminDoor;
import org.vitrine.client.admin.RememberedGrant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what users said. */
@Command(
        name = "grants",
        description = "List what you are remembered to have allowed and refused.",
        footer = {
            "",
            "IMAGES are those of one producer with one title. Take one back with: vitrinectl revoke --grant APP IMAGES",
            "Say one in advance with: vitrinectl grant APP IMAGES always|ask|never",
            "",
            "Examples:",
            "  vitrinectl grants",
            "  vitrinectl grants --app org.example.Viewer --json"
        })
final class GrantsCommand implements Callable<Integer> {
    private static final List<TextTable.Column> COLUMNS = List.of(
            new TextTable.Column("APP", false),
            new TextTable.Column("IMAGES", false),
            new TextTable.Column("ACCESS", false),
            new TextTable.Column("ANSWER", false),
            new TextTable.Column("HOLDS", false),
            new TextTable.Column("GRANTED", false),
            new TextTable.Column("USED", false),
            new TextTable.Column("EXPIRES", false));

    private final RootCommand root;

    @Option(names = "--app", paramLabel = "APP", description = "Only of this application id.")
    private String app = "";

    GrantsCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (AdminDoor admin = root.connectAdmin()) {
            print(admin.grants(app));
            return ExitCode.OK;
        }
    }

    private void print(List<RememberedGrant> grants) {
        Terminal terminal = root.terminal();
        if (root.json()) {
            terminal.out().println(GrantsJson.of(grants));
        } else if (grants.isEmpty()) {
            terminal.err().println("Nothing is remembered.");
        } else {
            lines(grants, terminal.colour()).forEach(terminal.out()::println);
        }
    }

    static List<String> lines(List<RememberedGrant> grants, boolean colour) {
        TextTable table = new TextTable(COLUMNS);
        for (RememberedGrant grant : grants) {
            table.row(List.of(
                    grant.app(),
                    grant.object(),
                    grant.access(),
                    grant.answer(),
                    grant.persistence().equals("running") ? "while it runs" : "until revoked",
                    ShownTime.of(grant.times().granted()),
                    ShownTime.of(grant.times().used()),
                    ShownTime.of(grant.times().expires())));
        }
        return table.lines(colour);
    }
}
