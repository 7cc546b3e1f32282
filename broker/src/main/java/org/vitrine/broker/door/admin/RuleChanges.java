package org.vitrine.broker.door.admin;

import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.admission.PolicyChange;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Barrier;
import org.vitrine.broker.rules.RulesInForce;
import org.vitrine.policy.Policy;

/** Puts rules in force that were read again, or says why the old ones stay. Safe from any thread. */
public final class RuleChanges implements RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RuleChanges.class);

    private final Core core;
    private final AdminRevocation revocation;

    /**
     * Makes it.
     *
     * @param portalBarrier tells when replies on the portal door's connection are on their way
     */
    public RuleChanges(Core core, Barrier portalBarrier) {
        this.core = core;
        this.revocation = new AdminRevocation(core, portalBarrier);
    }

    @Override
    public CompletionStage<Void> apply(Policy policy) {
        revocation.note("rules", policy.rules().size() + " rules");
        core.lock().run(() -> PolicyChange.apply(core, policy));
        return revocation.afterReplies();
    }

    @Override
    public void refuse(VitrineException why) {
        revocation.note("rules-refused", why.text());
        LOG.error("The rules in force stay as they are, because the new ones can't be read: {}", why.text());
    }
}
