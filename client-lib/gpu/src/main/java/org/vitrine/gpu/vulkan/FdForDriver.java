package org.vitrine.gpu.vulkan;

import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.Fd;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.InspectedFd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;
import org.vitrine.fd.SystemCallException;

/**
 * Holds the duplicate of a descriptor that a driver takes over if its call succeeds.
 *
 * <p>If it fails, the descriptor stays the caller's by the specification; but not every driver keeps to that. So when
 * closed without {@link #taken()}, the number is closed only while it still means the same dma-buf: never somebody
 * else's file that was given the number meanwhile. For one thread.
 */
final class FdForDriver implements AutoCloseable {
    private final int number;
    private final InspectedFd content;
    private boolean taken;

    private FdForDriver(int number, InspectedFd content) {
        this.number = number;
        this.content = content;
    }

    static FdForDriver dupOf(Fd dmaBuf) {
        InspectedFd content = FdInspector.inspect(dmaBuf);
        return new FdForDriver(RawFds.release(dmaBuf.dup()), content);
    }

    int number() {
        return number;
    }

    /** Says that the driver owns it now. */
    void taken() {
        taken = true;
    }

    @Override
    public void close() {
        if (!taken && isStillTheSame()) {
            RawFds.adopt(number).close();
        }
    }

    private boolean isStillTheSame() {
        try (OwnedFd now = RawFds.dup(number)) {
            return FdInspector.inspect(now) instanceof DmaBufFd dmaBuf && dmaBuf.equals(content);
        } catch (SystemCallException closedByDriver) {
            return false;
        }
    }
}
