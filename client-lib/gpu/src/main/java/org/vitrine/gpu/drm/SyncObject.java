package org.vitrine.gpu.drm;

import java.time.Duration;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/**
 * Holds a place for a fence, or a timeline of numbered ones, that processes and drivers share: {@code drm_syncobj}.
 *
 * <p>Point 0 is the object's one fence where no timeline is used; points of a timeline begin at 1 and grow. Every
 * method throws {@link VitrineException} NOT_SUPPORTED where the driver lacks it, see {@link DrmCapabilities}. Only the
 * {@code await} methods block.
 */
public final class SyncObject implements AutoCloseable {
    private final SyncObjectCalls calls;
    private final int handle;
    private final LeakWatch watch;

    private SyncObject(DrmDevice device, int handle) {
        this.calls = new SyncObjectCalls(device.call());
        this.handle = handle;
        SyncObjectCalls toDestroy = calls;
        watch = LeakWatch.over(this, () -> destroy(device, toDestroy, handle));
    }

    private static void destroy(DrmDevice device, SyncObjectCalls calls, int handle) {
        if (!device.isOpen()) {
            return;
        }
        try {
            calls.destroy(handle);
        } catch (DeviceGoneException itsObjectsAreGoneToo) {
            return;
        }
    }

    /**
     * Makes a sync object.
     *
     * @param signalled whether its fence is there and signalled, else it has none yet
     * @return the caller's to close, before the device
     */
    public static SyncObject create(DrmDevice device, boolean signalled) {
        return new SyncObject(device, new SyncObjectCalls(device.call()).create(signalled));
    }

    /**
     * Opens one that {@link #export()} made a descriptor of, here or elsewhere; both then are the same.
     *
     * @param fd stays the caller's
     * @return the caller's to close, before the device
     * @throws VitrineException NOT_SUPPORTED if it is something else
     */
    public static SyncObject importFrom(DrmDevice device, Fd fd) {
        return new SyncObject(device, new SyncObjectCalls(device.call()).importSyncObject(fd));
    }

    /** Makes a descriptor of the object itself, for another process. Owned by the caller, close-on-exec. */
    public OwnedFd export() {
        return calls.export(open());
    }

    /**
     * Makes a sync_file of the fence that is there now.
     *
     * @return owned by the caller, close-on-exec
     * @throws VitrineException NOT_SUPPORTED if there is none yet
     */
    public OwnedFd exportSyncFile() {
        return calls.exportSyncFile(open());
    }

    /**
     * Puts the fence of a sync_file in place of the present one.
     *
     * @param syncFile stays the caller's
     */
    public void importSyncFile(Fd syncFile) {
        calls.importSyncFile(open(), syncFile);
    }

    /** Signals the object: puts a signalled fence in place of the present one. */
    public void signal() {
        calls.change(DrmRequest.SYNCOBJ_SIGNAL, open());
    }

    /** Takes the fence out. */
    public void reset() {
        calls.change(DrmRequest.SYNCOBJ_RESET, open());
    }

    /**
     * Waits until there is a fence and it is signalled.
     *
     * @return false if the time ran out
     */
    public boolean awaitSignalled(Duration timeout) {
        return calls.await(open(), deadlineNanos(timeout));
    }

    /**
     * Signals a point of the timeline, and so all before it.
     *
     * @param point larger than every point so far
     */
    public void signal(long point) {
        calls.signal(open(), point);
    }

    /**
     * Waits until a point is reached, also if nothing leads to it yet.
     *
     * @return false if the time ran out
     */
    public boolean awaitSignalled(long point, Duration timeout) {
        return calls.await(open(), point, deadlineNanos(timeout));
    }

    /** Returns the last point that is reached; 0 if none. */
    public long signalledPoint() {
        return calls.query(open());
    }

    /**
     * Puts a copy of a fence into this object.
     *
     * @param source whose fence, of the same device
     * @param sourcePoint which one; 0 for the only one
     * @param point where to; 0 for a place without timeline
     * @throws VitrineException NOT_SUPPORTED if there is no such fence
     */
    public void transferFrom(SyncObject source, long sourcePoint, long point) {
        calls.transfer(source.open(), sourcePoint, open(), point);
    }

    /** The kernel's deadlines are times of CLOCK_MONOTONIC, which is what the JVM's nanoTime tells on Linux. */
    private static long deadlineNanos(Duration timeout) {
        long now = System.nanoTime();
        Duration longest = Duration.ofNanos(Long.MAX_VALUE - now);
        return timeout.compareTo(longest) >= 0 ? Long.MAX_VALUE : now + Math.max(0, timeout.toNanos());
    }

    private int open() {
        if (watch.isReleased()) {
            throw new IllegalStateException("The sync object is closed");
        }
        return handle;
    }

    /**
     * Lets the object go; whoever has a descriptor of it keeps it.
     *
     * @throws IllegalStateException the second time
     */
    @Override
    public void close() {
        if (!watch.release()) {
            throw new IllegalStateException("The sync object is closed");
        }
    }
}
