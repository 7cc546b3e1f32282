package org.vitrine.gpu.gbm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.vitrine.fd.DeviceCall;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;

/**
 * Makes the calls of DRM itself that libgbm does not.
 *
 * <p>Source of the constants: {@code drm.h}.
 */
final class NodeCalls {
    /** With a {@code struct drm_version}. */
    private static final long DRM_IOCTL_VERSION = 0xc040_6400L;

    private static final long DRM_VERSION_BYTES = 64;

    /** With a {@code struct drm_prime_handle}: handle, flags, descriptor. */
    private static final long DRM_IOCTL_PRIME_HANDLE_TO_FD = 0xc00c_642dL;

    private static final long DRM_PRIME_HANDLE_BYTES = 12;
    private static final long FLAGS_OFFSET = 4;
    private static final long FD_OFFSET = 8;
    private static final int DRM_CLOEXEC_AND_RDWR = 0x8_0000 | 0x2;

    private NodeCalls() {}

    /** Tells whether a descriptor is a DRM device's: libgbm takes others too, and then draws with the processor. */
    static boolean isDrm(Fd fd) {
        try (Arena arena = Arena.ofConfined()) {
            DeviceCall.ioctl(fd, DRM_IOCTL_VERSION, arena.allocate(DRM_VERSION_BYTES, Long.BYTES));
            return true;
        } catch (SystemCallException otherDevice) {
            return false;
        }
    }

    /**
     * Exports an object so that its memory can be mapped for writing. Mesa's own export for software drivers lets only
     * read, and the first export of an object decides for all later ones.
     *
     * @param handle the object's name on this node
     * @return owned by the caller; none if the driver refuses
     */
    static Optional<OwnedFd> exportWritable(Fd node, int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(DRM_PRIME_HANDLE_BYTES, Integer.BYTES);
            request.set(JAVA_INT, 0, handle);
            request.set(JAVA_INT, FLAGS_OFFSET, DRM_CLOEXEC_AND_RDWR);
            DeviceCall.ioctl(node, DRM_IOCTL_PRIME_HANDLE_TO_FD, request);
            return Optional.of(DeviceCall.takeFd(request, FD_OFFSET));
        } catch (SystemCallException refused) {
            return Optional.empty();
        }
    }
}
