package org.vitrine.broker.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.consent.AgentDesk;
import org.vitrine.broker.consent.PendingQuestion;

/** Holds questions until they are answered or taken back. */
public final class FakeAgents implements AgentDesk {
    private final Set<UniqueName> agents = new LinkedHashSet<>();
    private final Map<Long, PendingQuestion> pending = new LinkedHashMap<>();
    private final Map<Long, Answer> answers = new LinkedHashMap<>();
    private final List<Listener> listeners = new ArrayList<>();

    /** Has a question wait. */
    public synchronized void ask(PendingQuestion question) {
        pending.put(question.serial(), question);
        listeners.forEach(listener -> listener.asked(question, List.copyOf(agents)));
    }

    /** Returns who is registered. */
    public synchronized Set<UniqueName> agents() {
        return Set.copyOf(agents);
    }

    /** Returns what was answered, by question. */
    public synchronized Map<Long, Answer> answers() {
        return Map.copyOf(answers);
    }

    @Override
    public synchronized void register(UniqueName agent) {
        agents.add(agent);
    }

    @Override
    public synchronized void unregister(UniqueName agent) {
        agents.remove(agent);
    }

    @Override
    public synchronized List<PendingQuestion> pending() {
        return List.copyOf(pending.values());
    }

    @Override
    public synchronized boolean answer(long serial, Answer answer) {
        PendingQuestion question = pending.remove(serial);
        if (question != null) {
            answers.put(serial, answer);
            listeners.forEach(listener -> listener.ended(question, List.copyOf(agents)));
        }
        return question != null;
    }

    @Override
    public synchronized void listen(Listener listener) {
        listeners.add(listener);
    }
}
