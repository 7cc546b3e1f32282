package org.vitrine.gpu.gbm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import org.vitrine.fd.Fd;
import org.vitrine.fd.RawFds;

/** Tells whether a descriptor is a DRM device's, for libgbm takes others too, and then draws with the processor. */
@SuppressWarnings("restricted")
final class DrmNode {
    /** {@code DRM_IOCTL_VERSION} of {@code drm.h}, with a {@code struct drm_version} of 64 bytes. */
    private static final long DRM_IOCTL_VERSION = 0xc040_6400L;

    private static final long DRM_VERSION_BYTES = 64;

    private static final MethodHandle IOCTL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("ioctl"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
                    Linker.Option.firstVariadicArg(2));

    private DrmNode() {}

    static boolean is(Fd fd) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) IOCTL.invokeExact(RawFds.numberOf(fd), DRM_IOCTL_VERSION, arena.allocate(DRM_VERSION_BYTES))
                    == 0;
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
