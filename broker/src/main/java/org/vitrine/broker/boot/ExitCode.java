package org.vitrine.broker.boot;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lists how the program ends; numbers of {@code sysexits.h} but for the first two. */
enum ExitCode {
    STOPPED(0, "stopped with SIGTERM or SIGINT", false),
    /** The JVM itself ends so, with {@code -XX:+ExitOnOutOfMemoryError}. */
    HEAP_FULL(3, "the heap was full", true),
    USAGE(64, "wrong options", false),
    UNAVAILABLE(69, "no bus, or a name is taken", false),
    SOFTWARE(70, "a bug: the log has the details", true),
    TEMPORARY(75, "the bus was lost, frozen or did not take messages", true),
    CONFIGURATION(78, "a rule file or a setting has an error", false);

    private final int number;
    private final String meaning;
    private final boolean startAgain;

    ExitCode(int number, String meaning, boolean startAgain) {
        this.number = number;
        this.meaning = meaning;
        this.startAgain = startAgain;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }

    /** Returns whether starting the same broker again helps. */
    boolean startAgain() {
        return startAgain;
    }

    static String help() {
        return Arrays.stream(values())
                .map(code ->
                        "  %2d  %s%s%n".formatted(code.number, code.meaning, code.startAgain ? "; start it again" : ""))
                .collect(Collectors.joining());
    }
}
