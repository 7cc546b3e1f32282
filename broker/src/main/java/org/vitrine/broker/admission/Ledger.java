package org.vitrine.broker.admission;

import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.journal.Journal;
import org.vitrine.broker.journal.JournalEntry;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.Ending;
import org.vitrine.broker.registry.Generation;
import org.vitrine.broker.registry.RegistryListener;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.policy.Action;
import org.vitrine.policy.Decision;
import org.vitrine.policy.ImageFacts;

/** Puts what consumers ask for, get and lose into the journal. */
public final class Ledger implements RegistryListener {
    static final String ALLOWED = "allowed";
    static final String DENIED = "denied";
    static final String ASKED_YES = "asked-yes";
    static final String ASKED_NO = "asked-no";
    static final String NO_ANSWER = "no-answer";
    static final String NOBODY_TO_ASK = "nobody-to-ask";
    static final String MAY_NOT_ASK = "may-not-ask";

    private final Journal journal;

    /** Writes into a journal. */
    public Ledger(Journal journal) {
        this.journal = journal;
    }

    void decided(Wish wish, Decision decision, String outcome) {
        journal.note(new JournalEntry.Decided(wish.caller(), wish.access(), name(wish.image()), decision, outcome));
    }

    /** Notes whether an image was let be advertised; one that was not has no serial, 0. */
    public void decidedOnProducing(Caller caller, ImageFacts image, long serial, Decision decision) {
        JournalEntry.Image named = new JournalEntry.Image(serial, image.producerAppId(), image.title());
        journal.note(new JournalEntry.Decided(
                caller, Action.PRODUCE, named, decision, decision.allows() ? ALLOWED : DENIED));
    }

    /** Notes that buffers were handed out. */
    public void delivered(Caller caller, Action access, SharedImage image, Generation generation, int buffers) {
        journal.note(new JournalEntry.Delivered(caller, access, name(image), generation.number(), buffers));
    }

    @Override
    public void sessionRemoved(ConsumerSession session, Ending ending) {
        journal.note(new JournalEntry.Ended(session.owner(), name(session.image()), ending.word()));
    }

    private static JournalEntry.Image name(SharedImage image) {
        return new JournalEntry.Image(
                image.serial(), image.facts().producerAppId(), image.facts().title());
    }
}
