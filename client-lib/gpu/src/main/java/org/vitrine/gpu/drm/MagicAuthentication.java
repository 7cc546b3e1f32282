package org.vitrine.gpu.drm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vitrine.api.error.VitrineException;

/**
 * Lets the master of a primary node vouch for another client of that node, which may then render and open legacy names
 * there. Render nodes need none of this.
 *
 * <p>The client asks for a {@link Magic}, sends it to the master by whatever way they have, and the master
 * authenticates it.
 */
public final class MagicAuthentication {
    /** {@code struct drm_auth} of {@code drm/drm.h}: the magic alone. */
    private static final long AUTH_BYTES = 4;

    private MagicAuthentication() {}

    /**
     * Names a client to the master of its node; good for one authentication.
     *
     * @param value the kernel's number
     */
    public record Magic(int value) {}

    /**
     * Asks for the magic of a client.
     *
     * @throws VitrineException NOT_ALLOWED on a render node
     */
    public static Magic magicOf(DrmDevice client) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(AUTH_BYTES, Integer.BYTES);
            client.call().make(DrmRequest.GET_MAGIC, argument);
            return new Magic(argument.get(JAVA_INT, 0));
        }
    }

    /**
     * Authenticates the client that has the magic.
     *
     * @param master of the same node
     * @throws VitrineException NOT_ALLOWED if {@code master} isn't, NOT_SUPPORTED if no client has this magic, or it
     *     was used already
     */
    public static void authenticate(DrmDevice master, Magic magic) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(AUTH_BYTES, Integer.BYTES);
            argument.set(JAVA_INT, 0, magic.value());
            master.call().make(DrmRequest.AUTH_MAGIC, argument);
        }
    }
}
