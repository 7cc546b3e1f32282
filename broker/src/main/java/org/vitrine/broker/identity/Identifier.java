package org.vitrine.broker.identity;

import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.UniqueName;

/** Finds out who is behind a connection. */
@FunctionalInterface
public interface Identifier {
    /**
     * Identifies a peer, without blocking. What can't be established fails the stage with AccessDenied, or with
     * LimitsExceeded where the broker lacks descriptors or time for it; it never becomes an unsandboxed program.
     */
    CompletionStage<Caller> identify(UniqueName name);
}
