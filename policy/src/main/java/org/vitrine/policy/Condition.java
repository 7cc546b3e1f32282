package org.vitrine.policy;

import java.util.Locale;

/** Names the conditions that a rule can set, by their keys in rule files. */
public enum Condition {
    ACTIONS,
    APP,
    SANDBOX,
    USER,
    UID,
    GID,
    UNIT,
    EXECUTABLE,
    EVIDENCE,
    PRODUCER,
    TITLE,
    TAG;

    /** Returns the key in rule files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
