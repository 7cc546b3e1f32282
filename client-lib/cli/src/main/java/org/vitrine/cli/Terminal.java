package org.vitrine.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Says where a command writes.
 *
 * @param out for results
 * @param err for errors and progress
 * @param interactive whether a person looks at {@code out} and {@code err}: colour, pictures and progress are for them
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
    /** Returns this process's own output. */
    public static Terminal own() {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        boolean person = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new Terminal(System.out, System.err, person && !dumb);
    }

    /** Tells whether to use colour: on a terminal, unless {@code NO_COLOR} is set. */
    public boolean colour() {
        return interactive
                && Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
    }
}
