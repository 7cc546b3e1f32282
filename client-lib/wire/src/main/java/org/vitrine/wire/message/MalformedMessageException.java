package org.vitrine.wire.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports a message that breaks the D-Bus specification or a limit; the text is safe to send to the peer. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says how much of the stream the fault spoils. */
    public enum Severity {
        /** The header is sound, the arguments are not: a call can be answered. */
        ANSWERABLE,
        /** The header is broken or of an unknown type, but its length is known: drop this message, read the next. */
        SKIPPABLE,
        /** Where the next message begins can't be known: give the connection up. */
        FATAL
    }

    private final Severity severity;
    private final transient @Nullable Header header;

    private MalformedMessageException(Severity severity, @Nullable Header header, String rule) {
        super(rule);
        this.severity = severity;
        this.header = header;
    }

    static MalformedMessageException answerable(Header header, String rule) {
        return new MalformedMessageException(Severity.ANSWERABLE, header, rule);
    }

    static MalformedMessageException skippable(String rule) {
        return new MalformedMessageException(Severity.SKIPPABLE, null, rule);
    }

    static MalformedMessageException fatal(String rule) {
        return new MalformedMessageException(Severity.FATAL, null, rule);
    }

    public Severity severity() {
        return severity;
    }

    /** Returns the header, present exactly when the fault is {@link Severity#ANSWERABLE}. */
    public Optional<Header> header() {
        return Optional.ofNullable(header);
    }
}
