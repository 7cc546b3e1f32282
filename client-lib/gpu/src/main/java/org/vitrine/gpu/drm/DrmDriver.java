package org.vitrine.gpu.drm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Names the driver behind a device.
 *
 * @param name such as {@code "amdgpu"} or {@code "virtio_gpu"}
 * @param major of its version
 * @param minor of its version
 * @param patchLevel of its version
 */
public record DrmDriver(String name, int major, int minor, int patchLevel) {
    /** {@code struct drm_version}: three ints, then length and address of name, date and description. */
    static final long BYTES = 64;

    private static final long MINOR_OFFSET = 4;
    private static final long PATCH_LEVEL_OFFSET = 8;
    private static final long NAME_LENGTH_OFFSET = 16;
    private static final long NAME_OFFSET = 24;
    private static final long MAX_NAME_BYTES = 64;

    static DrmDriver of(DrmCall call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(MAX_NAME_BYTES);
            MemorySegment version = arena.allocate(BYTES, Long.BYTES);
            version.set(JAVA_LONG, NAME_LENGTH_OFFSET, MAX_NAME_BYTES);
            version.set(ADDRESS, NAME_OFFSET, name);
            call.make(DrmRequest.VERSION, version);
            return decode(version, name);
        }
    }

    /** Reads the answer; the length may be that of a longer name than was room for. */
    static DrmDriver decode(MemorySegment version, MemorySegment name) {
        long length = Math.clamp(version.get(JAVA_LONG, NAME_LENGTH_OFFSET), 0, name.byteSize());
        return new DrmDriver(
                new String(name.asSlice(0, length).toArray(JAVA_BYTE), ISO_8859_1),
                version.get(JAVA_INT, 0),
                version.get(JAVA_INT, MINOR_OFFSET),
                version.get(JAVA_INT, PATCH_LEVEL_OFFSET));
    }

    /** Returns name and version, such as {@code "virtio_gpu 0.1.0"}. */
    @Override
    public String toString() {
        return name + " " + major + "." + minor + "." + patchLevel;
    }
}
