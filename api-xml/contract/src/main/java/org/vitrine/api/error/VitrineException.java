package org.vitrine.api.error;

import java.io.Serial;

/** Report an error that crosses the bus, or is to cross it. */
public class VitrineException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final ErrorName name;
    private final String text;

    /**
     * @param name which error
     * @param text for the peer to read: no path, class name or foreign message in it
     */
    public VitrineException(ErrorName name, String text) {
        super(name.dbusName() + ": " + text);
        this.name = name;
        this.text = text;
    }

    /** Report an error with a cause, which stays on this side of the bus. */
    public VitrineException(ErrorName name, String text, Throwable cause) {
        super(name.dbusName() + ": " + text, cause);
        this.name = name;
        this.text = text;
    }

    /** Tell which error it is. */
    public ErrorName name() {
        return name;
    }

    /** Return the text that is safe for the peer. */
    public String text() {
        return text;
    }
}
