package org.vitrine.broker.admission;

import java.util.Optional;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.identity.Caller;

/** Ends the sessions, and the waits for buffers, that rest on what was remembered and is no more. */
public final class WatchedGrants {
    private final Core core;

    /** Makes it. */
    public WatchedGrants(Core core) {
        this.core = core;
    }

    /** Notes what let somebody in, once there is a session or a wait to be ended: it may have been lost meanwhile. */
    public void used(Grant grant) {
        grant.remembered().ifPresent(core.helpers().grants()::used);
    }

    /** Ends what rests on one thing that was remembered. */
    public void lost(GrantKey key) {
        core.lock()
                .run(() ->
                        core.endings().revoke((_, grant) -> grant.remembered().equals(Optional.of(key))));
    }

    /** Forgets what was to hold while an application runs, once its last connection has gone. */
    public void left(Caller caller) {
        boolean runs = core.registry().callers().stream()
                .anyMatch(other -> other.appId().equals(caller.appId()));
        if (!runs && !caller.appId().isEmpty()) {
            core.helpers().grants().appLeft(caller.appId());
        }
    }
}
