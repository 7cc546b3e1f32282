package org.vitrine.gpu.drm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.DeviceCall;
import org.vitrine.fd.DmaBufIdentity;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/**
 * Asks a device for handles and PRIME descriptors. A buffer's identity is the inode of its dma-buf.
 *
 * <p>Source of the constants and layouts: {@code drm/drm.h}.
 */
final class KernelHandles implements HandleSource {
    /** {@code struct drm_prime_handle}: handle, flags and descriptor of 32 bits each. */
    private static final long PRIME_BYTES = 12;

    private static final long FLAGS_OFFSET = 4;
    private static final long FD_OFFSET = 8;

    /** {@code DRM_CLOEXEC} and {@code DRM_RDWR}. */
    private static final int EXPORT_FLAGS = 0x8_0000 | 0x2;

    /** {@code struct drm_gem_close}: handle and padding of 32 bits each. */
    private static final long CLOSE_BYTES = 8;

    private final DrmCall call;

    KernelHandles(DrmCall call) {
        this.call = call;
    }

    @Override
    public int importPrime(Fd dmaBuf) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(PRIME_BYTES, Integer.BYTES);
            call.makePassing(DrmRequest.PRIME_FD_TO_HANDLE, argument, dmaBuf, FD_OFFSET);
            return argument.get(JAVA_INT, 0);
        }
    }

    @Override
    public OwnedFd exportPrime(int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(PRIME_BYTES, Integer.BYTES);
            argument.set(JAVA_INT, 0, handle);
            argument.set(JAVA_INT, FLAGS_OFFSET, EXPORT_FLAGS);
            argument.set(JAVA_INT, FD_OFFSET, -1);
            call.make(DrmRequest.PRIME_HANDLE_TO_FD, argument);
            return DeviceCall.takeFd(argument, FD_OFFSET);
        }
    }

    @Override
    public void close(int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(CLOSE_BYTES, Integer.BYTES);
            argument.set(JAVA_INT, 0, handle);
            call.make(DrmRequest.GEM_CLOSE, argument);
        }
    }

    @Override
    public long identity(Fd dmaBuf) {
        return DmaBufIdentity.inode(dmaBuf)
                .orElseThrow(() -> new VitrineException(
                        ErrorName.INVALID_DESCRIPTOR,
                        "Only a dma-buf can be imported. Copy other memory into one first"));
    }
}
