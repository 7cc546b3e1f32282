package org.vitrine.broker.identity;

import java.util.Objects;
import java.util.Optional;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.policy.Subject;

/**
 * Tells who a peer is, as established when its first call came.
 *
 * @param name its connection; never used again by the bus
 * @param uid its user
 * @param process its process, if the bus knows it
 * @param subject what rules see of it
 */
public record Caller(UniqueName name, long uid, Optional<PeerProcess> process, Subject subject) {
    public Caller {
        Objects.requireNonNull(name);
        Objects.requireNonNull(process);
        Objects.requireNonNull(subject);
    }

    /** Returns the application id; empty if it could not be established. */
    public String appId() {
        return subject.appId();
    }

    /** Returns the process id; 0 if unknown. */
    public long pid() {
        return process.map(PeerProcess::pid).orElse(0);
    }
}
