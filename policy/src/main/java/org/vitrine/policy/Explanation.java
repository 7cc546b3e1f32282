package org.vitrine.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells why a decision was made, and what would change it.
 *
 * @param decision the decision, always that of {@link Policy#decide} and {@link Decision#recalling}
 * @param fitting the last rule that fits: it decided, or left it to the manifest and the user; empty if none fits
 * @param shadowed rules that fit too, but lost to that one; strongest first
 * @param near rules that would have changed the answer, had one condition been met; strongest first
 * @param unheard what the manifest and the user said otherwise, and was not heard because what decided goes before
 */
public record Explanation(
        Decision decision, Optional<Rule> fitting, List<Rule> shadowed, List<NearMiss> near, List<Basis> unheard) {
    public Explanation {
        Objects.requireNonNull(decision);
        Objects.requireNonNull(fitting);
        shadowed = List.copyOf(shadowed);
        near = List.copyOf(near);
        unheard = List.copyOf(unheard);
    }

    /**
     * A rule that one condition kept from fitting.
     *
     * @param rule the rule
     * @param unmet the condition that was not met
     */
    public record NearMiss(Rule rule, Condition unmet) {}
}
