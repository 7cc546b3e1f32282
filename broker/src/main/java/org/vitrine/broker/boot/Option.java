package org.vitrine.broker.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists the options of the command line, each of which sets one property of the configuration. */
enum Option {
    BUS("bus", "ADDRESS", "the bus to serve; default: the session bus, with --system the system bus"),
    SYSTEM("system", "", "serve all users of this machine, not one: no user's own rules, nobody is asked"),
    ADMIN_GROUP("admin-group", "NAME|GID", "the group that the admin door answers beside root, with --system"),
    PORTAL_NAME("portal-name", "NAME", "the name of the portal door; default: org.freedesktop.portal.Vitrine"),
    ADMIN_NAME("admin-name", "NAME", "the name of the admin door; default: org.vitrine.Admin"),
    RULES(
            "rules",
            "FILE",
            "a rule file; repeatable, the last one wins; default: the shipped rules, /usr/share/vitrine/policy.d/*.toml,"
                    + " /etc/vitrine/policy.d/*.toml, ~/.config/vitrine/policy.d/*.toml"),
    STATE("state", "FOLDER", "where grants and the journal are kept; default: ~/.local/state/vitrine"),
    JOURNAL("journal", "true|false", "whether decisions, deliveries and revocations are written down; default: true"),
    QUESTION_SECONDS("question-seconds", "N", "how long a question waits for the user once it is shown; default: 300"),
    NOBODY_TO_ASK(
            "nobody-to-ask",
            "deny|allow",
            "what is answered where there is nobody to ask; default: deny, allow is for tests"),
    IMAGES_PER_PRODUCER("images-per-producer", "N", "the most images a connection advertises; default: 64"),
    DESCRIPTORS_PER_PEER("descriptors-per-peer", "N", "the most descriptors held for a connection; default: 256"),
    PENDING_REQUESTS("pending-requests", "N", "the most calls that wait for an answer; default: 128"),
    PENDING_REQUESTS_PER_APP("pending-requests-per-app", "N", "the same, of one application; default: 16");

    private static final String NUMBER = "N";

    private final String flag;
    private final String value;
    private final String help;

    Option(String flag, String value, String help) {
        this.flag = flag;
        this.value = value;
        this.help = help;
    }

    String property() {
        return "vitrine." + flag;
    }

    static Optional<Option> ofArgument(String argument) {
        return Arrays.stream(values())
                .filter(option -> argument.equals("--" + option.flag))
                .findFirst();
    }

    /** Returns whether it is set by being there. */
    boolean isSwitch() {
        return value.isEmpty();
    }

    /** Returns whether a text can be its value. */
    boolean takes(String text) {
        return isChoice()
                ? List.of(value.split("\\|", -1)).contains(text)
                : !value.equals(NUMBER) || text.matches("[1-9][0-9]{0,8}");
    }

    /** Says what can be its value, where not everything can. */
    String taken() {
        return isChoice() ? value.replace("|", " or ") : "a number from 1 on";
    }

    private boolean isChoice() {
        return value.matches("[a-z]+(\\|[a-z]+)+");
    }

    static String help() {
        return Arrays.stream(values())
                .map(option -> "  --%s%s%n        %s%n"
                        .formatted(option.flag, option.isSwitch() ? "" : "=" + option.value, option.help))
                .collect(Collectors.joining());
    }
}
