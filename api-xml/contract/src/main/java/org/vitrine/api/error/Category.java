package org.vitrine.api.error;

/** Tell on whose side an error's cause lies. */
public enum Category {
    /** The call itself is wrong: mend the caller. */
    CALLER,
    /** Rules or the user said no. */
    POLICY,
    /** A limit is reached. */
    LIMIT,
    /** Another program that the call depends on went away or does not answer. */
    PEER_GONE,
    /** The broker is at fault. */
    BROKER
}
