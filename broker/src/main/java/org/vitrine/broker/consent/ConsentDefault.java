package org.vitrine.broker.consent;

/** Says what is answered where there is neither a dialog nor an agent. */
public enum ConsentDefault {
    /** Let nobody in: there is nobody to ask. */
    DENY,
    /** Let everybody in, each time anew. For test rigs that say so; anywhere else it is a hole. */
    ALLOW
}
