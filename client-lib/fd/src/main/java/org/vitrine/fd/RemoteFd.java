package org.vitrine.fd;

import java.util.function.BooleanSupplier;

/**
 * Names a descriptor of another process by its number there.
 *
 * @param pid the process, 1 or more
 * @param number the descriptor's number in that process, 0 or more
 */
public record RemoteFd(int pid, int number) {
    /** Checks the parts. */
    public RemoteFd {
        if (pid < 1 || number < 0) {
            throw new IllegalArgumentException("A process is 1 or more, a descriptor 0 or more");
        }
    }

    /**
     * Duplicates the descriptor into this process.
     *
     * <p>The process is held first, and only then the caller checks that the pid still means the process it should: so
     * a pid that was given to another process in between is never used.
     *
     * @param isStillThatProcess asked while the process is held, for example whether its bus connection still lives
     * @return owned by the caller, close-on-exec
     * @throws SystemCallException {@link Errno#ESRCH} if the process has ended or isn't that one any more, and as
     *     {@link Pidfd#dupFrom(Fd, int)}
     */
    public OwnedFd dup(BooleanSupplier isStillThatProcess) {
        try (OwnedFd pidfd = Pidfd.open(pid)) {
            if (!isStillThatProcess.getAsBoolean()) {
                throw new SystemCallException("pidfd_getfd", Errno.ESRCH.value());
            }
            return Pidfd.dupFrom(pidfd, number);
        }
    }
}
