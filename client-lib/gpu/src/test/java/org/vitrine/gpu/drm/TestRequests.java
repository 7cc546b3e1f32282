package org.vitrine.gpu.drm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vitrine.fd.DeviceCall;

/**
 * Makes the requests that only tests need: to give legacy names, and to attach and signal fences by hand.
 *
 * <p>Source of the constants and layouts: {@code drm/drm.h}, {@code drm/vgem_drm.h}.
 */
final class TestRequests {
    private static final long GEM_FLINK = 0xc008_640aL;
    private static final long VGEM_FENCE_ATTACH = 0xc010_6441L;
    private static final long VGEM_FENCE_SIGNAL = 0x4008_6442L;
    private static final int VGEM_FENCE_WRITE = 0x1;

    private TestRequests() {}

    static FlinkName giveLegacyName(DrmDevice device, GemHandle handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocateFrom(JAVA_INT, handle.number(), 0);
            DeviceCall.ioctl(device.fd(), GEM_FLINK, argument);
            return new FlinkName(argument.get(JAVA_INT, 4));
        }
    }

    /** Attaches a fence as if somebody wrote into the buffer; returns its number. */
    static int beginWriting(DrmDevice vgem, GemHandle handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocateFrom(JAVA_INT, handle.number(), VGEM_FENCE_WRITE, 0, 0);
            DeviceCall.ioctl(vgem.fd(), VGEM_FENCE_ATTACH, argument);
            return argument.get(JAVA_INT, 8);
        }
    }

    static void endWriting(DrmDevice vgem, int fence) {
        try (Arena arena = Arena.ofConfined()) {
            DeviceCall.ioctl(vgem.fd(), VGEM_FENCE_SIGNAL, arena.allocateFrom(JAVA_INT, fence, 0));
        }
    }
}
