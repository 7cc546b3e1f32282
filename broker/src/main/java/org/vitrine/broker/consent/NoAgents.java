package org.vitrine.broker.consent;

import java.util.List;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Answer;

/** Takes no agents: nothing is asked. */
public final class NoAgents implements AgentDesk {
    /** Makes it. */
    public NoAgents() {}

    @Override
    public void register(UniqueName agent) {}

    @Override
    public void unregister(UniqueName agent) {}

    @Override
    public List<PendingQuestion> pending() {
        return List.of();
    }

    @Override
    public boolean answer(long serial, Answer answer) {
        return false;
    }

    @Override
    public void listen(Listener listener) {}
}
