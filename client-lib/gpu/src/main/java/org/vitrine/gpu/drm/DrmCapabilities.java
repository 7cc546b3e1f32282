package org.vitrine.gpu.drm;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vitrine.api.error.VitrineException;

/**
 * Says what a device can do.
 *
 * <p>Source of the constants: {@code drm/drm.h}, {@code DRM_CAP_*}.
 *
 * @param dumbBuffers whether its primary node says that it makes {@link DumbBuffer}s. Drivers without screens (vgem)
 *     deny it and make them nevertheless: the kernel doesn't even ask them. So try
 * @param primeImport whether dma-bufs become handles
 * @param primeExport whether handles become dma-bufs
 * @param syncObjects whether it has {@link SyncObject}s
 * @param timelines whether these have points
 */
public record DrmCapabilities(
        boolean dumbBuffers, boolean primeImport, boolean primeExport, boolean syncObjects, boolean timelines) {
    private static final long DUMB_BUFFER = 0x1;
    private static final long PRIME = 0x5;
    private static final long PRIME_IMPORT = 0x1;
    private static final long PRIME_EXPORT = 0x2;
    private static final long SYNCOBJ = 0x13;
    private static final long SYNCOBJ_TIMELINE = 0x14;

    /** {@code struct drm_get_cap}: capability and value of 64 bits each. */
    private static final long BYTES = 16;

    static DrmCapabilities of(DrmCall call) {
        long prime = value(call, PRIME);
        return new DrmCapabilities(
                value(call, DUMB_BUFFER) != 0,
                (prime & PRIME_IMPORT) != 0,
                (prime & PRIME_EXPORT) != 0,
                value(call, SYNCOBJ) != 0,
                value(call, SYNCOBJ_TIMELINE) != 0);
    }

    private static long value(DrmCall call, long capability) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(BYTES, Long.BYTES);
            argument.set(JAVA_LONG, 0, capability);
            call.make(DrmRequest.GET_CAP, argument);
            return argument.get(JAVA_LONG, Long.BYTES);
        } catch (DeviceGoneException gone) {
            throw gone;
        } catch (VitrineException unknownToTheDriver) {
            return 0;
        }
    }
}
