package org.vitrine.gpu.drm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vitrine.api.error.VitrineException;

/**
 * Holds a legacy name of a buffer, as old X drivers (DRI2) pass: a small number that whoever guesses it may open. It is
 * only ever turned into a handle, and so into a PRIME descriptor, which can't be guessed; none is given here.
 *
 * <pre>{@code
 * try (GemHandle handle = new FlinkName(name).open(device)) {
 *     OwnedFd dmaBuf = handle.exportPrime();
 * }
 * }</pre>
 *
 * @param value the name, never 0
 */
public record FlinkName(int value) {
    /** {@code struct drm_gem_open} of {@code drm/drm.h}: name and handle of 32 bits, size of 64. */
    private static final long OPEN_BYTES = 16;

    private static final long HANDLE_OFFSET = 4;

    public FlinkName {
        if (value == 0) {
            throw new IllegalArgumentException("No buffer has the legacy name 0");
        }
    }

    /**
     * Opens the buffer: gives the handle that this device has for it already, if it has one.
     *
     * @param device on the primary node of the device that the name is of, authenticated
     * @return the caller's to close
     * @throws VitrineException NOT_FOUND if no buffer has this name, NOT_ALLOWED if the client is not authenticated,
     *     NOT_SUPPORTED if the driver can't export the buffer
     */
    public GemHandle open(DrmDevice device) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(OPEN_BYTES, Long.BYTES);
            argument.set(JAVA_INT, 0, value);
            device.call().make(DrmRequest.GEM_OPEN, argument);
            return device.handles().takeOpened(argument.get(JAVA_INT, HANDLE_OFFSET));
        }
    }
}
