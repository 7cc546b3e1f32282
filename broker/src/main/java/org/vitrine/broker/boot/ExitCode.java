package org.vitrine.broker.boot;

/** Lists how the program ends; numbers of {@code sysexits.h} but for the first. */
enum ExitCode {
    STOPPED(0),
    /** The command line is wrong. */
    USAGE(64),
    /** There is no bus, or a name is taken. */
    UNAVAILABLE(69),
    /** A bug: the log has its stack. */
    SOFTWARE(70),
    /** The bus was lost: starting again helps. */
    TEMPORARY(75),
    /** A rule file or setting has an error. */
    CONFIGURATION(78);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
