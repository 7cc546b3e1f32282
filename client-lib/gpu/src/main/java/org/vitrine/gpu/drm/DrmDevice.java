package org.vitrine.gpu.drm;

import java.util.Set;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;

/**
 * Holds a DRM device open until closed: one client of the kernel's, with handles of its own.
 *
 * <p>Close what was made on it first; closing it frees all that in the kernel, and what is closed later only notices.
 */
public final class DrmDevice implements AutoCloseable {
    private final DrmNode node;
    private final OwnedFd fd;
    private final DrmCall call;
    private final DrmDriver driver;
    private final DrmCapabilities capabilities;
    private final GemHandles handles;

    private DrmDevice(DrmNode node, OwnedFd fd, DrmDriver driver, DrmCapabilities capabilities) {
        this.node = node;
        this.fd = fd;
        this.driver = driver;
        this.capabilities = capabilities;
        call = new DrmCall(fd.borrow());
        handles = new GemHandles(new KernelHandles(call));
    }

    /**
     * Opens a node. Whoever opens a primary node first is its master until closed.
     *
     * @return the caller's to close
     * @throws DeviceGoneException if the device vanished since its node was found
     * @throws VitrineException NOT_ALLOWED if this user may not open it, NOT_SUPPORTED if it is no DRM device
     */
    public static DrmDevice open(DrmNode node) {
        try (OwnedFd fd = openNode(node)) {
            DrmCall call = new DrmCall(fd.borrow());
            DrmDriver driver = DrmDriver.of(call);
            DrmCapabilities capabilities = DrmCapabilities.of(call);
            return new DrmDevice(node, fd.steal(), driver, capabilities);
        }
    }

    private static OwnedFd openNode(DrmNode node) {
        try {
            return OpenFile.open(node.path().toString(), Set.of(OpenFlag.READ_WRITE));
        } catch (SystemCallException e) {
            throw switch (e.errno()) {
                case ENOENT, ENOTDIR, ENXIO, ENODEV -> new DeviceGoneException(e);
                case EACCES, EPERM ->
                    new VitrineException(
                            ErrorName.NOT_ALLOWED,
                            "This user may not open the graphics device. Join the group "
                                    + (node.type() == DrmNode.Type.RENDER ? "render" : "video") + " (Debian)",
                            e);
                default -> e;
            };
        }
    }

    /** Returns what it was opened on. */
    public DrmNode node() {
        return node;
    }

    /** Returns the driver behind it. */
    public DrmDriver driver() {
        return driver;
    }

    /** Returns what it can do. */
    public DrmCapabilities capabilities() {
        return capabilities;
    }

    /** Lends the descriptor, for libraries that want one. Valid until closed. */
    public BorrowedFd fd() {
        return fd.borrow();
    }

    /**
     * Turns a dma-buf into this device's handle: the same object for the same buffer, however often and by whatever
     * descriptor it comes, and the original one if the buffer was made here.
     *
     * @param dmaBuf stays the caller's
     * @return the caller's to close, once for each import
     * @throws VitrineException INVALID_DESCRIPTOR if it is no dma-buf, NOT_SUPPORTED if the driver can't import it
     */
    public GemHandle importPrime(Fd dmaBuf) {
        return handles.importPrime(dmaBuf);
    }

    /** Tells whether it was not closed yet. */
    public boolean isOpen() {
        return fd.isOpen();
    }

    DrmCall call() {
        return call;
    }

    GemHandles handles() {
        return handles;
    }

    /**
     * Closes the device, which frees all its handles.
     *
     * @throws IllegalStateException the second time
     */
    @Override
    public void close() {
        handles.close();
        fd.close();
    }

    @Override
    public String toString() {
        return "DrmDevice[" + node.path().getFileName() + ", " + driver + "]";
    }
}
