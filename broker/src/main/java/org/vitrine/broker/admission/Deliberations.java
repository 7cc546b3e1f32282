package org.vitrine.broker.admission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.vitrine.broker.access.Asker;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.registry.AccessRequest;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.RegistryListener;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.policy.Decision;

/** Holds the wishes that wait for the store or for the user, and takes those back that have become pointless. */
public final class Deliberations implements RegistryListener {
    private final Core core;
    private final Asker asker;
    private final Set<Deliberation> open = new LinkedHashSet<>();

    /** Makes it; it is to be told what happens in the registry. */
    public Deliberations(Core core, Asker asker) {
        this.core = core;
        this.asker = asker;
    }

    /** Begins to look further. What follows runs with the lock held. */
    CompletionStage<Admitted> begin(Wish wish, Decision decision, AccessRequest request) {
        Deliberation deliberation = new Deliberation(core, asker, wish, decision);
        open.add(deliberation);
        request.onEnd(() -> deliberation.withdraw(Refusals.withdrawn()));
        CompletionStage<Admitted> outcome = deliberation.outcome().whenComplete((_, _) -> open.remove(deliberation));
        deliberation.begin();
        return outcome;
    }

    @Override
    public void imageRemoved(SharedImage image) {
        List.copyOf(open).stream()
                .filter(deliberation -> deliberation.isAbout(image))
                .forEach(deliberation -> deliberation.withdraw(Refusals.producerGone()));
    }

    @Override
    public void rulesChanged() {
        List.copyOf(open).forEach(Deliberation::reconsider);
    }
}
