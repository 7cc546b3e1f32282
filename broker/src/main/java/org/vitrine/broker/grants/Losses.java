package org.vitrine.broker.grants;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of what lets in no more, on an executor: whoever finds out may hold locks. Safe from any thread. */
final class Losses {
    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);

    private final Executor teller;
    private final List<Consumer<GrantKey>> listeners = new CopyOnWriteArrayList<>();

    Losses(Executor teller) {
        this.teller = teller;
    }

    void listen(Consumer<GrantKey> listener) {
        listeners.add(listener);
    }

    void tell(Collection<GrantKey> lost) {
        if (!lost.isEmpty()) {
            List<GrantKey> keys = List.copyOf(lost);
            try {
                teller.execute(() -> keys.forEach(this::tell));
            } catch (RejectedExecutionException e) {
                LOG.debug("Nobody hears of losses any more");
            }
        }
    }

    private void tell(GrantKey key) {
        for (Consumer<GrantKey> listener : listeners) {
            try {
                listener.accept(key);
            } catch (RuntimeException e) {
                LOG.error("A grant that was lost could not be acted on", e);
            }
        }
    }
}
