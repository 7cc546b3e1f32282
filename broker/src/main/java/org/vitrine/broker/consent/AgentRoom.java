package org.vitrine.broker.consent;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Answer;

/**
 * Shows all agents all questions that are for them; the first answer counts. Guarded by the lock of {@link Consent};
 * listeners are called without it.
 */
final class AgentRoom {
    private final Duration patience;
    private final ConsentTasks tasks;
    private final Outcomes outcomes;
    private final Set<UniqueName> agents = new LinkedHashSet<>();
    private final Map<Long, Offer> offers = new LinkedHashMap<>();
    private final List<AgentDesk.Listener> listeners = new CopyOnWriteArrayList<>();

    /** A question before the agents, with what is answered if the last of them leaves. */
    private record Offer(WaitingQuestion question, Answer otherwise, Later.Alarm alarm) {}

    AgentRoom(Duration patience, ConsentTasks tasks, Outcomes outcomes) {
        this.patience = patience;
        this.tasks = tasks;
        this.outcomes = outcomes;
    }

    void listen(AgentDesk.Listener listener) {
        listeners.add(listener);
    }

    void enter(UniqueName agent) {
        agents.add(agent);
    }

    void leave(UniqueName agent) {
        if (agents.remove(agent) && agents.isEmpty()) {
            List<Offer> left = List.copyOf(offers.values());
            left.forEach(offer -> outcomes.answered(offer.question(), offer.otherwise()));
        }
    }

    List<PendingQuestion> pending() {
        return offers.values().stream().map(offer -> offer.question().pending()).toList();
    }

    /** Puts a question to the agents; where there is none, the answer is {@code otherwise}. */
    void put(WaitingQuestion question, Answer otherwise) {
        if (agents.isEmpty()) {
            outcomes.answered(question, otherwise);
            return;
        }
        Later.Alarm alarm = tasks.lockedAfter(patience, () -> outcomes.answered(question, Answer.NO_ANSWER));
        offers.put(question.pending().serial(), new Offer(question, otherwise, alarm));
        tell(question.pending(), AgentDesk.Listener::asked);
    }

    boolean answer(long serial, Answer answer) {
        @Nullable Offer offer = offers.get(serial);
        if (offer == null) {
            return false;
        }
        outcomes.answered(offer.question(), answer);
        return true;
    }

    /** Takes a question away that is over. */
    void remove(PendingQuestion question) {
        @Nullable Offer offer = offers.remove(question.serial());
        if (offer != null) {
            offer.alarm().cancel();
            tell(question, AgentDesk.Listener::ended);
        }
    }

    private void tell(PendingQuestion question, Told told) {
        List<UniqueName> present = List.copyOf(agents);
        tasks.unlocked(() -> listeners.forEach(listener -> told.tell(listener, question, present)));
    }

    private interface Told {
        void tell(AgentDesk.Listener listener, PendingQuestion question, List<UniqueName> agents);
    }
}
