package org.vitrine.policy;

/**
 * Thrown when a rule file can't be used; the message names file, line and column, what is wrong, and what to write
 * instead.
 */
public final class PolicyFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String text;

    PolicyFileException(String file, int line, int column, String text) {
        super(file + ":" + line + ":" + column + ": " + text);
        this.file = file;
        this.line = line;
        this.column = column;
        this.text = text;
    }

    /** Returns the file's name, as given when it was read. */
    public String file() {
        return file;
    }

    /** Returns the line, from 1. */
    public int line() {
        return line;
    }

    /** Returns the column, from 1. */
    public int column() {
        return column;
    }

    /** Returns what is wrong and what to write instead, without the place. */
    public String text() {
        return text;
    }
}
