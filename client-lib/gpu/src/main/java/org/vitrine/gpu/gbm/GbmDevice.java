package org.vitrine.gpu.gbm;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.FormatTable;
import org.vitrine.api.image.FourCc;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;

/**
 * Makes buffer objects on a DRM device.
 *
 * <p>Owns a descriptor of the device's node, and lives until it and everything made on it is closed: whatever uses the
 * native device {@linkplain #hold() holds} it meanwhile. Safe for use by many threads; libgbm itself is entered by one
 * at a time.
 */
public final class GbmDevice implements AutoCloseable {
    private final OwnedFd node;
    private final MemorySegment address;
    private final Object lock = new Object();
    private boolean open = true;
    private int holders = 1;

    private GbmDevice(OwnedFd node, MemorySegment address) {
        this.node = node;
        this.address = address;
    }

    /**
     * Opens GBM on a node that stays the caller's; a duplicate is kept.
     *
     * @param node a DRM device's node, such as {@code /dev/dri/renderD128}, opened for reading and writing. Where Mesa
     *     has no driver of the device's own and the processor draws, only the primary node, such as
     *     {@code /dev/dri/card0}, lets it allocate
     * @return the caller's to close
     * @throws VitrineException NOT_SUPPORTED if libgbm is missing, or the device has no driver that it knows
     */
    public static GbmDevice borrow(Fd node) {
        return take(node.dup());
    }

    /** Opens GBM on a node as {@link #borrow(Fd)}, and takes the descriptor over, also on failure. */
    public static GbmDevice take(OwnedFd node) {
        try (node) {
            GbmPointer device =
                    NodeCalls.isDrm(node) ? GbmCall.CREATE_DEVICE.pointer(RawFds.numberOf(node)) : GbmPointer.NONE;
            if (device.isNull()) {
                throw new VitrineException(
                        ErrorName.NOT_SUPPORTED,
                        "GBM can't use this device (" + device.errorName() + "). Give it a DRM node whose driver Mesa"
                                + " has (Debian package libgl1-mesa-dri), opened for reading and writing");
            }
            return new GbmDevice(node.steal(), device.address());
        }
    }

    /** Returns the name of the library's part that drives the device, such as {@code drm}. */
    public String backendName() {
        try (GbmHold hold = hold()) {
            return GbmStrings.read(
                    GbmCall.DEVICE_GET_BACKEND_NAME.pointer(hold.address()).address());
        }
    }

    /** Tells whether buffers of a format can be made for these uses. */
    public boolean supports(FourCc fourCc, Set<GbmUse> uses) {
        try (GbmHold hold = hold()) {
            synchronized (lock) {
                return GbmCall.DEVICE_IS_FORMAT_SUPPORTED.number(hold.address(), fourCc.code(), GbmUse.bits(uses)) != 0;
            }
        }
    }

    /** Returns all formats of the kernel's list that can be made for these uses. */
    public List<FourCc> formats(Set<GbmUse> uses) {
        return FormatTable.names().stream()
                .map(FourCc::ofName)
                .filter(fourCc -> !fourCc.equals(FourCc.INVALID) && supports(fourCc, uses))
                .toList();
    }

    /**
     * Makes a buffer object.
     *
     * @return the caller's to close
     * @throws VitrineException NOT_SUPPORTED if the device can't make it
     */
    public GbmBuffer create(GbmRequest request) {
        GbmHold hold = hold();
        try {
            synchronized (lock) {
                MemorySegment object = GbmCreation.create(hold.address(), request);
                return new GbmBuffer(request, object, new GbmBuffer.Owner(hold, node, lock));
            }
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    /**
     * Keeps the native device alive, also after this object is closed, until the result is closed.
     *
     * @throws IllegalStateException if this object is closed
     */
    public GbmHold hold() {
        synchronized (lock) {
            requireOpen();
            holders++;
            return new GbmHold(address, this::release);
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("The GBM device is closed");
        }
    }

    private void release() {
        synchronized (lock) {
            holders--;
            if (holders == 0) {
                GbmCall.DEVICE_DESTROY.run(address);
                node.close();
            }
        }
    }

    /**
     * Gives the device up; it goes when the last that holds it lets go. Close once.
     *
     * @throws IllegalStateException if it is closed already
     */
    @Override
    public void close() {
        synchronized (lock) {
            requireOpen();
            open = false;
            release();
        }
    }
}
