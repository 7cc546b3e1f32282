package org.vitrine.client;

/** What a consumer wants to do with an image. */
public enum Access {
    /** Look at it. */
    READ("read"),
    /** Draw into it. */
    WRITE("write");

    private final String word;

    Access(String word) {
        this.word = word;
    }

    /** Returns the word for it on D-Bus. */
    public String word() {
        return word;
    }
}
