package org.vitrine.broker.access;

/** Puts questions to the person in front of the screen. */
@FunctionalInterface
public interface Asker {
    /** Asks, without blocking. */
    Asking ask(Question question);
}
