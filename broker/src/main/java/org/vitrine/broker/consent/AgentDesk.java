package org.vitrine.broker.consent;

import java.util.List;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Answer;

/** Lets people at the admin door answer what is asked. Safe from any thread. */
public interface AgentDesk {
    /** Has questions put to a connection from now on. */
    void register(UniqueName agent);

    /** Puts no more questions to a connection; it left, or does not want them any more. */
    void unregister(UniqueName agent);

    /** Returns the questions that wait for an agent, oldest first. */
    List<PendingQuestion> pending();

    /**
     * Answers a question; returns false if it does not wait any more.
     *
     * @throws IllegalArgumentException if the answer is that there is nobody to ask: an agent is somebody
     */
    boolean answer(long serial, Answer answer);

    /** Tells a listener, on any thread, of questions from now on. */
    void listen(Listener listener);

    /** Hears of questions for agents. Called in the order in which things happen, with no lock held. */
    interface Listener {
        /** A question waits for an answer of any of these agents. */
        void asked(PendingQuestion question, List<UniqueName> agents);

        /** A question was answered or taken back. */
        void ended(PendingQuestion question, List<UniqueName> agents);
    }
}
