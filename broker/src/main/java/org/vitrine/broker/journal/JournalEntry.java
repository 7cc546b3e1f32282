package org.vitrine.broker.journal;

import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Action;
import org.vitrine.policy.Decision;

/** Says one thing that happened. Holds no pixels and no tokens. */
public sealed interface JournalEntry {
    /**
     * Names an image.
     *
     * @param serial its serial
     * @param producer its producer's application id; may be empty
     * @param title its title, untrusted
     */
    record Image(long serial, String producer, String title) {}

    /**
     * It was decided whether somebody may do something.
     *
     * @param caller who wanted it
     * @param action what
     * @param image the image
     * @param decision what policy said
     * @param outcome what came of it: allowed, denied, asked-yes, asked-no, no-answer, nobody-to-ask, may-not-ask
     */
    record Decided(Caller caller, Action action, Image image, Decision decision, String outcome)
            implements JournalEntry {}

    /**
     * Somebody was handed buffers.
     *
     * @param caller who
     * @param access read or write
     * @param image of which image
     * @param generation which set of buffers
     * @param buffers how many buffers
     */
    record Delivered(Caller caller, Action access, Image image, long generation, int buffers) implements JournalEntry {}

    /**
     * A consumer's session ended.
     *
     * @param caller whose
     * @param image on which image
     * @param reason as the Closed signal gives it; empty if its owner ended it
     */
    record Ended(Caller caller, Image image, String reason) implements JournalEntry {}

    /**
     * Something was done at the admin door, or the rules changed.
     *
     * @param what a word: revoke-object, revoke-grant, revoke-app, revoke-all, pause, resume, rules, rules-refused,
     *     grant
     * @param detail what it was done to, or what was wrong; may be empty
     */
    record Changed(String what, String detail) implements JournalEntry {}

    /**
     * More entries like one came than one program is let write in a short time.
     *
     * @param last the last of them
     * @param times how many there were beside those that were written
     */
    record Repeated(JournalEntry last, long times) implements JournalEntry {}
}
