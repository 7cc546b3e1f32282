package org.vitrine.broker.access;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Action;
import org.vitrine.policy.ImageFacts;

/**
 * Holds what is asked.
 *
 * @param caller who wants it
 * @param access read or write
 * @param image which image, and whose
 * @param request how the caller puts it
 * @param terms what a yes means
 */
public record Question(Caller caller, Action access, ImageFacts image, Request request, Terms terms) {
    public Question {
        Objects.requireNonNull(caller);
        Objects.requireNonNull(access);
        Objects.requireNonNull(image);
        Objects.requireNonNull(request);
        Objects.requireNonNull(terms);
    }

    /**
     * Holds how a caller puts its wish.
     *
     * @param reason what it says it is for; untrusted, may be empty
     * @param parentWindow the window that a dialog belongs to, as portals write it; may be empty
     * @param persistence how long it would like the answer to hold
     */
    public record Request(String reason, String parentWindow, Persistence persistence) {
        /** Says nothing beside the wish itself. */
        public static final Request PLAIN = new Request("", "", Persistence.ONCE);
    }

    /**
     * Says what a yes means.
     *
     * @param longest how long a session lasts at most; empty if rules set no end
     * @param rememberable whether the answer can be remembered: both programs are known
     */
    public record Terms(Optional<Duration> longest, boolean rememberable) {}
}
