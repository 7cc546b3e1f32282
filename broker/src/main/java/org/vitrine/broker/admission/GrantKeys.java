package org.vitrine.broker.admission;

import java.util.Optional;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.ImageSelector;
import org.vitrine.policy.Action;
import org.vitrine.policy.ImageFacts;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

/** Finds the name under which an answer about a program and an image is remembered. */
public final class GrantKeys {
    private GrantKeys() {}

    /** Returns empty if nothing is remembered: either program is not known, or the consumer is another user's. */
    public static Optional<GrantKey> of(Subject consumer, ImageFacts image, Action access) {
        return consumer.appId().isEmpty() || consumer.user() != User.OWN
                ? Optional.empty()
                : ImageSelector.of(image).map(images -> new GrantKey(consumer.appId(), images, access));
    }
}
