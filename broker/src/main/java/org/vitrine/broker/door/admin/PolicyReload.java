package org.vitrine.broker.door.admin;

import java.util.concurrent.CompletionStage;
import org.vitrine.policy.Policy;

/** Renews the rules. */
@FunctionalInterface
public interface PolicyReload {
    /**
     * Reads the rule files away from the caller's thread and puts the rules in force; fails with Failed and a text that
     * names file, line and column.
     */
    CompletionStage<Policy> reload();
}
