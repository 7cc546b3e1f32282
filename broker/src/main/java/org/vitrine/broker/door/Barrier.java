package org.vitrine.broker.door;

import java.util.concurrent.CompletionStage;

/** Tells when every reply that the portal door has made so far is on its way. */
@FunctionalInterface
public interface Barrier {
    /** Completes once the replies to all calls handled before have been written; fails if the bus is lost. */
    CompletionStage<?> passed();
}
