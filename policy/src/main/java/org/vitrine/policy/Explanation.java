package org.vitrine.policy;

import java.util.List;
import java.util.Objects;

/**
 * Tells why a decision was made, and what would change it.
 *
 * @param decision the decision, always that of {@link Policy#decide}
 * @param shadowed rules that fit too, but lost to the deciding one; strongest first
 * @param near rules of another effect that would have decided, had one condition been met; strongest first
 */
public record Explanation(Decision decision, List<Rule> shadowed, List<NearMiss> near) {
    public Explanation {
        Objects.requireNonNull(decision);
        shadowed = List.copyOf(shadowed);
        near = List.copyOf(near);
    }

    /**
     * A rule that one condition kept from deciding.
     *
     * @param rule the rule
     * @param unmet the condition that was not met
     */
    public record NearMiss(Rule rule, Condition unmet) {}
}
