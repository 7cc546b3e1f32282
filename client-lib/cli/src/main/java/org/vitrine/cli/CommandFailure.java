package org.vitrine.cli;

import java.io.Serial;
import org.vitrine.api.error.ErrorName;

/** Ends a command with a message that says what to do next. */
public final class CommandFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final String errorName;
    private final String text;

    CommandFailure(int exitCode, String errorName, String text) {
        super(text);
        this.exitCode = exitCode;
        this.errorName = errorName;
        this.text = text;
    }

    /** Ends it with {@link ExitCode#REFUSED}. */
    public static CommandFailure refused(String text) {
        return new CommandFailure(ExitCode.REFUSED, "org.vitrine.ctl.Failed", text);
    }

    static CommandFailure notFound(String text) {
        return new CommandFailure(ExitCode.REFUSED, ErrorName.NOT_FOUND.dbusName(), text);
    }

    static CommandFailure usage(String text) {
        return new CommandFailure(ExitCode.USAGE, "org.vitrine.ctl.Usage", text);
    }

    int exitCode() {
        return exitCode;
    }

    /** A D-Bus error name, or one of {@code org.vitrine.ctl} for what never reached the bus. */
    String errorName() {
        return errorName;
    }

    String text() {
        return text;
    }
}
