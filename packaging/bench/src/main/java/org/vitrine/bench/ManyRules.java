package org.vitrine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.vitrine.policy.Account;
import org.vitrine.policy.Action;
import org.vitrine.policy.Evidence;
import org.vitrine.policy.ImageFacts;
import org.vitrine.policy.Manifest;
import org.vitrine.policy.ProcessFacts;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

/** Writes rules as an organization with many users and applications may have them, and questions to them. */
final class ManyRules {
    /** A power of two. */
    static final int QUESTIONS = 1024;

    private static final long SEED = 20_261_125;
    private static final int VENDORS = 400;
    private static final int APPS = 12;
    private static final int USERS = 500;
    private static final List<Action> ACTIONS = List.of(Action.values());
    private static final List<String> TAGS =
            List.of("camera", "screen", "window", "canvas", "medical", "private", "preview", "game");

    private final Random random = new Random(SEED);

    /** A question to the rules. */
    record Question(Subject subject, Action action, ImageFacts image) {}

    /**
     * Writes general rules first, and then those about one thing each, in the order in which people came up with them.
     */
    String toml(int count) {
        StringBuilder toml = new StringBuilder("""
                [[rule]]
                name = "own"
                sandbox = "none"
                user = "own"
                actions = ["produce", "list"]
                effect = "allow"
                [[rule]]
                name = "ask"
                actions = ["read", "write"]
                effect = "ask"
                [[rule]]
                name = "secrets"
                title = ["*password*", "*secret*"]
                actions = ["list", "read", "write"]
                effect = "deny"
                """);
        for (int i = 3; i < count; i++) {
            toml.append("[[rule]]\nname = \"rule-").append(i).append("\"\n").append(rule());
        }
        return toml.toString();
    }

    private String rule() {
        String condition = switch (Integer.valueOf(random.nextInt(100))) {
            case Integer n when n < 50 -> text("app", app()) + text("tag", tag());
            case Integer n when n < 60 -> text("app", vendor() + ".*") + text("producer", app());
            case Integer n when n < 70 -> text("producer", app()) + text("title", "*" + word() + "*");
            case Integer n when n < 78 -> text("title", title() + "*");
            case Integer n when n < 84 -> text("tag", tag() + "-" + random.nextInt(200));
            case Integer n when n < 90 -> "uid = " + uid() + "\n" + text("app", vendor() + ".*");
            case Integer n when n < 94 -> "uid = [" + uid() + ", " + uid() + "]\n";
            case Integer n when n < 96 -> "gid = " + (5000 + random.nextInt(200)) + "\n" + text("tag", tag());
            case Integer n when n < 98 -> text("unit", "app-" + app() + "-*.scope");
            default -> text("executable", "/opt/" + word() + random.nextInt(50) + "/*");
        };
        return condition + (random.nextBoolean() ? FREE : FIRM);
    }

    private static final String FREE = "actions = [\"list\", \"read\"]\neffect = \"allow\"\n";
    private static final String FIRM = "actions = [\"read\", \"write\"]\neffect = \"deny\"\n";

    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(new Question(subject(), ACTIONS.get(random.nextInt(ACTIONS.size())), image()));
        }
        return questions;
    }

    private Subject subject() {
        boolean sandboxed = random.nextBoolean();
        String app = app();
        Account account = new Account(
                User.OWN, uid(), Set.of(100L, 44L, 27L, 5000L + random.nextInt(100), 5100L + random.nextInt(100)));
        String executable = sandboxed ? "/app/bin/run" : "/opt/" + word() + random.nextInt(50) + "/bin/run";
        ProcessFacts process = new ProcessFacts("app-" + app + "-4711.scope", executable, Evidence.STRONG);
        return new Subject(app, sandboxed ? Sandbox.FLATPAK : Sandbox.NONE, account, process, Manifest.NONE);
    }

    private ImageFacts image() {
        return new ImageFacts(app(), title(), List.of(tag(), tag() + "-" + random.nextInt(200)));
    }

    private String vendor() {
        return "org.vendor" + random.nextInt(VENDORS);
    }

    private String app() {
        return vendor() + ".App" + random.nextInt(APPS);
    }

    private long uid() {
        return 1000L + random.nextInt(USERS);
    }

    private String tag() {
        return TAGS.get(random.nextInt(TAGS.size()));
    }

    private String word() {
        return TAGS.get(random.nextInt(TAGS.size())) + random.nextInt(10);
    }

    private String title() {
        return "Project " + random.nextInt(3000) + " – " + word();
    }

    private static String text(String key, String value) {
        return key + " = \"" + value + "\"\n";
    }
}
