package org.vitrine.broker.registry;

/** Lists why a session ended. */
public enum Ending {
    /** Its owner closed it, or left the bus: nobody is told. */
    BY_OWNER(""),
    /** The user took it back. */
    REVOKED("revoked"),
    /** The rules changed. */
    POLICY("policy"),
    /** The time that a rule gives it is over. */
    EXPIRED("expired"),
    /** The image was withdrawn, or its producer went. */
    PRODUCER_GONE("producer-gone"),
    /** The broker stops. */
    SHUTDOWN("shutdown");

    private final String word;

    Ending(String word) {
        this.word = word;
    }

    /** Returns the reason as the Closed signal gives it. */
    public String word() {
        return word;
    }

    /** Returns whether the owner gets a Closed signal. */
    public boolean isTold() {
        return this != BY_OWNER;
    }
}
