package org.vitrine.policy;

/** Says what a decision rests on. */
public sealed interface Basis {
    /**
     * Rests on a rule.
     *
     * @param rule the last one that fitted
     */
    record OfRule(Rule rule) implements Basis {}

    /**
     * Rests on the application's manifest.
     *
     * @param entry the entry that fitted, as {@code read=org.example.*}
     */
    record OfManifest(String entry) implements Basis {}

    /**
     * Rests on what the user said before.
     *
     * @param remembered what is remembered
     */
    record OfGrant(Remembered remembered) implements Basis {}

    /** Rests on nothing: no rule fitted. */
    record OfDefault() implements Basis {}
}
