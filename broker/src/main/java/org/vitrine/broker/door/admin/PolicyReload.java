package org.vitrine.broker.door.admin;

import java.util.concurrent.CompletionStage;
import org.vitrine.policy.Policy;

/** Reads the rule files again. */
@FunctionalInterface
public interface PolicyReload {
    /** Reads them, away from the caller's thread; fails with Failed and a text that names file, line and column. */
    CompletionStage<Policy> read();
}
