package org.vitrine.broker.core;

import java.util.List;
import org.vitrine.api.Limits;
import org.vitrine.broker.access.PolicyGate;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.intake.Intake;
import org.vitrine.broker.registry.Alarm;
import org.vitrine.broker.registry.Endings;
import org.vitrine.broker.registry.ProducerDesk;
import org.vitrine.broker.registry.Quota;
import org.vitrine.broker.registry.Registry;
import org.vitrine.broker.registry.SessionDesk;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.broker.registry.Sharing;
import org.vitrine.broker.registry.StateLock;
import org.vitrine.fd.ClosingThread;
import org.vitrine.fd.OwnedFd;
import org.vitrine.policy.Action;

/**
 * Holds what both doors work on.
 *
 * @param lock guards all the rest
 * @param registry who is there, and what they share
 * @param producers does what producers ask for
 * @param sessions does what consumers ask for
 * @param endings ends things
 * @param gate decides by the rules in force
 * @param intake inspects what is offered
 * @param limits what a peer may use at most
 * @param counters what is told in statistics
 * @param sharing whether anything is shared at all
 * @param helpers what has state of its own
 */
public record Core(
        StateLock lock,
        Registry registry,
        ProducerDesk producers,
        SessionDesk sessions,
        Endings endings,
        PolicyGate gate,
        Intake intake,
        Limits limits,
        Counters counters,
        Sharing sharing,
        Helpers helpers) {
    /** Makes a core with nobody there. */
    public static Core create(CoreSettings settings, PolicyGate gate, Alarm alarm) {
        Registry registry = new Registry();
        Endings endings = new Endings(registry);
        Quota quota = new Quota(registry, settings.limits(), settings.descriptorsInAll());
        return new Core(
                settings.lock(),
                registry,
                new ProducerDesk(registry, quota, endings),
                new SessionDesk(registry, quota, endings, alarm),
                endings,
                gate,
                new Intake(settings.limits()),
                settings.limits(),
                new Counters(),
                new Sharing(registry, endings),
                settings.helpers());
    }

    /**
     * Holds what a core is made with.
     *
     * @param lock guards it
     * @param limits what a peer may use at most
     * @param descriptorsInAll the most descriptors held for all peers together
     * @param helpers what has state of its own
     */
    public record CoreSettings(StateLock lock, Limits limits, int descriptorsInAll, Helpers helpers) {}

    /** Returns whether a caller may know of an image: its producer always, others as policy says. */
    public boolean isVisible(Caller caller, SharedImage image) {
        return image.producer().owner().name().equals(caller.name())
                || gate.decide(caller.subject(), Action.LIST, image.facts()).allows();
    }

    /** Closes what nobody is handed any more. Every reply that carries it was written before. */
    public void closeRetired() {
        close(registry.takeRetired());
    }

    /** Closes descriptors, on a thread of their own. */
    public static void close(List<OwnedFd> descriptors) {
        descriptors.forEach(ClosingThread::closeLater);
    }
}
