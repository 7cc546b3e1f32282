package org.vitrine.broker.access;

import java.util.Objects;
import org.vitrine.policy.Action;
import org.vitrine.policy.Decision;

/**
 * Records what somebody was let in to do with an image.
 *
 * @param access read or write
 * @param decision what policy said
 */
public record Grant(Action access, Decision decision) {
    public Grant {
        Objects.requireNonNull(decision);
        if (access != Action.READ && access != Action.WRITE) {
            throw new IllegalArgumentException("Access is read or write");
        }
    }
}
