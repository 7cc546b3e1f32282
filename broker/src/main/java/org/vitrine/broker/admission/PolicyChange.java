package org.vitrine.broker.admission;

import java.util.List;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.Ending;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.policy.Action;
import org.vitrine.policy.Effect;
import org.vitrine.policy.Policy;
import org.vitrine.policy.Subject;

/**
 * Puts other rules in force, and ends what they don't allow any more. What the user said yes to goes on while rules say
 * ask.
 */
public final class PolicyChange {
    private PolicyChange() {}

    /** Puts them in force. With the lock held. */
    public static void apply(Core core, Policy policy) {
        core.gate().replace(policy);
        core.registry().rulesChanged();
        for (SharedImage image : List.copyOf(core.registry().images())) {
            if (isDenied(core, image.producer().owner().subject(), Action.PRODUCE, image)) {
                core.endings().end(image, Ending.POLICY);
            }
            core.endings().endWaits(image, (caller, grant) -> isLost(core, caller, grant, image), Refusals.denied());
        }
        for (ConsumerSession session : List.copyOf(core.registry().consumers())) {
            if (isLost(core, session.owner(), session.grant(), session.image())) {
                core.endings().end(session, Ending.POLICY);
            }
        }
    }

    private static boolean isLost(Core core, Caller caller, Grant grant, SharedImage image) {
        if (!core.isVisible(caller, image)) {
            return true;
        }
        return switch (core.gate()
                .decide(caller.subject(), grant.access(), image.facts())
                .effect()) {
            case ALLOW -> false;
            case ASK -> !grant.isOfUser();
            case DENY -> true;
        };
    }

    private static boolean isDenied(Core core, Subject subject, Action action, SharedImage image) {
        return core.gate().decide(subject, action, image.facts()).effect() == Effect.DENY;
    }
}
