package org.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.client.admin.AdminImage;
import org.vitrine.client.admin.AdminPeer;
import org.vitrine.client.admin.AdminSession;
import org.vitrine.client.admin.AskedQuestion;
import org.vitrine.client.admin.Explained;
import org.vitrine.client.admin.RememberedGrant;
import org.vitrine.client.admin.SharedThings;

/** What is shown of the admin door holds no character that could control a terminal, whatever others called things. */
final class AdminTextTest {
    private static final String HOSTILE = "a\u001b[2Jb\u202Ec\nd";
    private static final AdminPeer PEER = new AdminPeer(HOSTILE, "flatpak", ":1.5", 12, "strong", HOSTILE, HOSTILE);
    private static final AdminImage IMAGE = new AdminImage(3, 1, HOSTILE, HOSTILE, 4, 4, 1);

    @Test
    void sessionsAreShownHarmlessly() {
        AdminSession session =
                new AdminSession(9, PEER, 3, "read", new AdminSession.Why("grant", "", "", HOSTILE), Instant.EPOCH);
        assertHarmless(
                SessionsCommand.lines(new SharedThings(List.of(), List.of(IMAGE), List.of(session)), false),
                "CONSUMER",
                "strong",
                "grant a");
    }

    @Test
    void grantsAreShownHarmlessly() {
        RememberedGrant grant = new RememberedGrant(
                HOSTILE,
                HOSTILE,
                "read",
                "never",
                "running",
                new RememberedGrant.Times(Optional.of(Instant.EPOCH), Optional.empty(), Optional.empty()));
        assertHarmless(GrantsCommand.lines(List.of(grant), false), "IMAGES", "never", "while it runs", "1970");
    }

    @Test
    void explanationsAreShownHarmlessly() {
        Explained.OtherRule rule = new Explained.OtherRule(HOSTILE, "/etc/a.toml", 7);
        Explained explained = new Explained(
                "deny",
                new Explained.Basis("rule", "mine", "/etc/b.toml", 12, "", ""),
                new Explained.Consumer(PEER, false),
                false,
                true,
                List.of(rule),
                List.of(new Explained.NearMiss(rule, "allow", "app")));
        assertHarmless(
                ExplainedText.lines(explained, IMAGE, "read"),
                "deny: ",
                "rule mine, /etc/b.toml:12",
                "strong evidence",
                "told that there is none",
                "paused",
                "shadowed",
                "would say allow, but for app");
    }

    @Test
    void saysWhatWasAssumed() {
        Explained explained = new Explained(
                "allow",
                new Explained.Basis("grant", "", "", 0, "", "org.example.Camera/Front"),
                new Explained.Consumer(new AdminPeer("org.example.App", "flatpak", "", 0, "weak", "", ""), true),
                true,
                false,
                List.of(),
                List.of());
        assertThat(ExplainedText.lines(explained, IMAGE, "write"))
                .hasSize(3)
                .anyMatch(line -> line.contains("remembered for org.example.Camera/Front"))
                .anyMatch(line -> line.contains("assumed: sandbox flatpak"));
    }

    @Test
    void questionsAreShownHarmlessly() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        new TextAgentScreen(new Terminal(print, print, false))
                .asked(new AskedQuestion(
                        1,
                        new AskedQuestion.Words(HOSTILE, HOSTILE, HOSTILE),
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        true,
                        Optional.empty()));
        assertHarmless(out.toString(StandardCharsets.UTF_8).lines().toList(), "Question 1", "y = yes", "never = no");
    }

    @Test
    void theJournalIsShownHarmlessly() {
        String decided = "{\"n\":1,\"time\":\"2026-03-01T09:08:07.006Z\",\"event\":\"decided\",\"app\":\"\",\"pid\":5,"
                + "\"action\":\"read\",\"image\":{\"id\":7,\"producer\":\"\",\"title\":\"a\\u202Eb\\n\"},"
                + "\"effect\":\"ask\",\"basis\":\"rule\",\"rule\":\"mine\",\"source\":\"a.toml:3\",\"outcome\":\"asked-yes\"}";
        assertHarmless(
                List.of(JournalText.of(decided), JournalText.of("rubbish \u001b[2J"), JournalText.of("{\"n\":1,")),
                "decided",
                "(unknown, pid 5) read image 7",
                "asked-yes, rule mine (a.toml:3) says ask",
                "rubbish");
        assertThat(JournalText.of("{\"n\":2,\"time\":\"x\",\"event\":\"lost\",\"entries\":4}"))
                .contains("4 entries are missing here");
    }

    private static void assertHarmless(List<String> lines, String... parts) {
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.codePoints())
                        .noneMatch(c ->
                                Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT));
        assertThat(String.join("\n", lines)).contains(parts);
    }
}
