package org.vitrine.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Says where a command reads and writes.
 *
 * @param in for answers of a person
 * @param out for results
 * @param err for errors and progress
 * @param interactive whether a person looks at {@code out} and {@code err}: colour, pictures and progress are for them
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {
    /** Makes one that nothing can be read from. */
    public Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this(InputStream.nullInputStream(), out, err, interactive);
    }

    /** Returns this process's own input and output. */
    public static Terminal own() {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        boolean person = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new Terminal(System.in, System.out, System.err, person && !dumb);
    }

    /** Tells whether to use colour: on a terminal, unless {@code NO_COLOR} is set. */
    public boolean colour() {
        return interactive
                && Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
    }
}
