package org.vitrine.broker.identity;

/**
 * Identifies a process against reuse of its number.
 *
 * @param pid its number
 * @param startTicks when it started, field 22 of {@code /proc/PID/stat} (proc_pid_stat(5))
 * @param evidence how the number was tied to the connection
 */
public record PeerProcess(int pid, long startTicks, Evidence evidence) {
    /** Tells how sure it is that a process is the one that opened a connection. */
    public enum Evidence {
        /** The bus gave a pidfd, which pins the process. */
        PIDFD,
        /** The bus gave a number alone; it was the connection's when it connected. */
        PID
    }
}
