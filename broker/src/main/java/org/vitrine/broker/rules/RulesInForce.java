package org.vitrine.broker.rules;

import java.util.concurrent.CompletionStage;
import org.vitrine.api.error.VitrineException;
import org.vitrine.policy.Policy;

/** Takes rules that were read again. Safe from any thread. */
public interface RulesInForce {
    /** Puts rules in force before it returns. Completes once nothing is handed out any more that they deny. */
    CompletionStage<Void> apply(Policy policy);

    /** Leaves the old rules in force, because the new ones can't be read. */
    void refuse(VitrineException why);
}
