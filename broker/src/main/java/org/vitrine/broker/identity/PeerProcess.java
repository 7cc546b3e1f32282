package org.vitrine.broker.identity;

import java.util.Objects;

/**
 * Identifies a process against reuse of its number.
 *
 * @param pid its number
 * @param startTicks when it started, field 22 of {@code /proc/PID/stat} (proc_pid_stat(5))
 * @param instance which of its application's sandboxes it runs in; empty outside of one, or if it is not known
 */
public record PeerProcess(int pid, long startTicks, String instance) {
    public PeerProcess {
        Objects.requireNonNull(instance);
    }
}
