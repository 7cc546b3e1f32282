package org.vitrine.gpu.gbm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.OptionalInt;
import org.vitrine.fd.Fd;
import org.vitrine.fd.RawFds;

/**
 * Makes the calls of DRM itself that libgbm does not.
 *
 * <p>Source of the constants: {@code drm.h}.
 */
@SuppressWarnings("restricted")
final class DrmNode {
    /** With a {@code struct drm_version}. */
    private static final long DRM_IOCTL_VERSION = 0xc040_6400L;

    private static final long DRM_VERSION_BYTES = 64;

    /** With a {@code struct drm_prime_handle}: handle, flags, descriptor. */
    private static final long DRM_IOCTL_PRIME_HANDLE_TO_FD = 0xc00c_642dL;

    private static final long DRM_PRIME_HANDLE_BYTES = 12;
    private static final int DRM_CLOEXEC_AND_RDWR = 0x8_0000 | 0x2;

    private static final MethodHandle IOCTL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("ioctl"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
                    Linker.Option.firstVariadicArg(2));

    private DrmNode() {}

    /** Tells whether a descriptor is a DRM device's: libgbm takes others too, and then draws with the processor. */
    static boolean is(Fd fd) {
        try (Arena arena = Arena.ofConfined()) {
            return ioctl(fd, DRM_IOCTL_VERSION, arena.allocate(DRM_VERSION_BYTES)) == 0;
        }
    }

    /**
     * Exports an object so that its memory can be mapped for writing. Mesa's own export for software drivers lets only
     * read, and the first export of an object decides for all later ones.
     *
     * @param handle the object's name on this node
     * @return a descriptor's number that is nobody's yet; none if the driver refuses
     */
    static OptionalInt exportWritable(Fd node, int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(DRM_PRIME_HANDLE_BYTES, Integer.BYTES);
            request.set(JAVA_INT, 0, handle);
            request.set(JAVA_INT, 4, DRM_CLOEXEC_AND_RDWR);
            request.set(JAVA_INT, 8, -1);
            boolean done = ioctl(node, DRM_IOCTL_PRIME_HANDLE_TO_FD, request) == 0;
            int number = request.get(JAVA_INT, 8);
            return done && number >= 0 ? OptionalInt.of(number) : OptionalInt.empty();
        }
    }

    private static int ioctl(Fd fd, long request, MemorySegment argument) {
        try {
            return (int) IOCTL.invokeExact(RawFds.numberOf(fd), request, argument);
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
