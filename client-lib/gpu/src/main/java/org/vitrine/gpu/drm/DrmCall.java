package org.vitrine.gpu.drm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.DeviceCall;
import org.vitrine.fd.Errno;
import org.vitrine.fd.Fd;
import org.vitrine.fd.SystemCallException;

/** Makes requests of one open DRM device, and says in our words what it refuses. Owns nothing. */
final class DrmCall {
    private final Fd device;

    DrmCall(Fd device) {
        this.device = device;
    }

    /**
     * Makes a request.
     *
     * @param argument its struct
     * @throws DeviceGoneException if the device vanished
     * @throws VitrineException with what to try, if the driver refuses
     */
    void make(DrmRequest request, MemorySegment argument) {
        try {
            DeviceCall.ioctl(device, request.number(), argument);
        } catch (SystemCallException e) {
            throw refused(request, e);
        }
    }

    /** Makes a request that passes a descriptor, as {@link #make}; it is written into the argument. */
    void makePassing(DrmRequest request, MemorySegment argument, Fd passed, long offsetBytes) {
        try {
            DeviceCall.ioctlPassing(device, request.number(), argument, passed, offsetBytes);
        } catch (SystemCallException e) {
            throw refused(request, e);
        }
    }

    /** Makes a request that waits, as {@link #make}; returns false if the time ran out. */
    boolean makeWaiting(DrmRequest request, MemorySegment argument) {
        try {
            DeviceCall.ioctl(device, request.number(), argument);
            return true;
        } catch (SystemCallException e) {
            if (e.errno() == Errno.ETIME) {
                return false;
            }
            throw refused(request, e);
        }
    }

    private VitrineException refused(DrmRequest request, SystemCallException cause) {
        return switch (cause.errno()) {
            case ENODEV, ENXIO, EIO ->
                isGone() ? new DeviceGoneException(cause) : text(ErrorName.NOT_SUPPORTED, request, cause);
            case EACCES, EPERM -> text(ErrorName.NOT_ALLOWED, request, cause);
            case ENOENT -> text(ErrorName.NOT_FOUND, request, cause);
            case EMFILE, ENFILE, ENOMEM, ENOSPC -> text(ErrorName.LIMITS_EXCEEDED, request, cause);
            case EINVAL, ENOTTY, EOPNOTSUPP, ENOSYS -> text(ErrorName.NOT_SUPPORTED, request, cause);
            default -> text(ErrorName.FAILED, request, cause);
        };
    }

    /** A driver may say ENODEV for what it lacks; only if it can't even say who it is, the device is gone. */
    private boolean isGone() {
        try (Arena arena = Arena.ofConfined()) {
            DeviceCall.ioctl(device, DrmRequest.VERSION.number(), arena.allocate(DrmDriver.BYTES, Long.BYTES));
            return false;
        } catch (SystemCallException e) {
            return true;
        }
    }

    private static VitrineException text(ErrorName name, DrmRequest request, SystemCallException cause) {
        return new VitrineException(
                name,
                "The graphics driver refused " + request + " (" + cause.errno() + "). " + request.remedy(),
                cause);
    }
}
