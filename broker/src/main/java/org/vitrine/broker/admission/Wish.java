package org.vitrine.broker.admission;

import java.util.Optional;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.policy.Action;

/**
 * Holds what a consumer would like to have.
 *
 * @param caller who
 * @param image which image
 * @param access read or write
 * @param manner how it asks
 */
public record Wish(Caller caller, SharedImage image, Action access, Manner manner) {
    /**
     * Says how somebody asks.
     *
     * @param interactive whether it may wait for the user
     * @param request what the user is told
     * @param restoreToken a token of an earlier answer
     */
    public record Manner(boolean interactive, Question.Request request, Optional<String> restoreToken) {}

    /**
     * Returns the name under which an answer is remembered; empty if it can't be, because either program is not known,
     * or the caller is another user's.
     */
    public Optional<GrantKey> key() {
        return GrantKeys.of(caller.subject(), image.facts(), access);
    }
}
