package org.vitrine.broker.door;

import java.util.List;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.Ending;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.policy.Action;
import org.vitrine.policy.Effect;
import org.vitrine.policy.Policy;
import org.vitrine.policy.Subject;

/** Puts other rules in force, and ends what they deny. What the user once said yes to goes on while rules say ask. */
final class PolicyChange {
    private PolicyChange() {}

    static void apply(Core core, Policy policy) {
        core.gate().replace(policy);
        for (SharedImage image : List.copyOf(core.registry().images())) {
            if (isDenied(core, image.producer().owner().subject(), Action.PRODUCE, image)) {
                core.endings().end(image, Ending.POLICY);
            }
        }
        for (ConsumerSession session : List.copyOf(core.registry().consumers())) {
            Subject subject = session.owner().subject();
            if (isDenied(core, subject, session.grant().access(), session.image())
                    || !core.isVisible(session.owner(), session.image())) {
                core.endings().end(session, Ending.POLICY);
            }
        }
    }

    private static boolean isDenied(Core core, Subject subject, Action action, SharedImage image) {
        return core.gate().decide(subject, action, image.facts()).effect() == Effect.DENY;
    }
}
