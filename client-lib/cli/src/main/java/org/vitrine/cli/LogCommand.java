package org.vitrine.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.vitrine.client.admin.AdminDoor;
import org.vitrine.client.admin.JournalPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the journal. */
@Command(
        name = "log",
        description = "Show what was decided, handed out and taken back.",
        footer = {
            "",
            "With --json the lines are as the journal has them, docs/journal.md describes them.",
            "",
            "Examples:",
            "  vitrinectl log -n 100",
            "  vitrinectl log --follow --json"
        })
final class LogCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PAGE = 1000;

    private final RootCommand root;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "20",
            description = "How many of the last entries. Default: ${DEFAULT-VALUE}.")
    private long lines = 20;

    @Option(
            names = {"-f", "--follow"},
            description = "Stay, and show what comes.")
    private boolean follow;

    LogCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (lines < 0) {
            throw CommandFailure.usage("-n is a number of entries, such as 20");
        }
        try (AdminDoor admin = root.connectAdmin()) {
            long read = print(admin, Math.max(0, admin.lastOfJournal() - lines));
            while (follow) {
                Thread.sleep(PAUSE);
                read = print(admin, read);
            }
            return ExitCode.OK;
        }
    }

    /** Prints what comes after an entry, and returns the last one's number. */
    private long print(AdminDoor admin, long after) {
        long read = after;
        JournalPage page = admin.journal(read, PAGE);
        while (!page.lines().isEmpty()) {
            page.lines().forEach(this::print);
            root.terminal().out().flush();
            read = page.last();
            page = admin.journal(read, PAGE);
        }
        return read;
    }

    private void print(String line) {
        root.terminal().out().println(root.json() ? line : JournalText.of(line));
    }
}
