package org.vitrine.broker.access;

import java.util.Objects;
import java.util.Optional;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.policy.Action;
import org.vitrine.policy.Basis;
import org.vitrine.policy.Decision;
import org.vitrine.policy.Effect;

/**
 * Records what somebody was let in to do with an image.
 *
 * @param access read or write
 * @param decision what policy said; where that is ask, the user said yes
 * @param remembered what is remembered of the user's yes, and is lost with it; empty if it rests on something else
 */
public record Grant(Action access, Decision decision, Optional<GrantKey> remembered) {
    public Grant {
        Objects.requireNonNull(decision);
        Objects.requireNonNull(remembered);
        if (access != Action.READ && access != Action.WRITE) {
            throw new IllegalArgumentException("Access is read or write");
        }
    }

    /** Returns whether it rests on what the user said, now or before. */
    public boolean isOfUser() {
        return decision.effect() == Effect.ASK || decision.basis() instanceof Basis.OfGrant;
    }

    /** Records what a rule, a manifest or one yes allows. */
    public Grant(Action access, Decision decision) {
        this(access, decision, Optional.empty());
    }
}
