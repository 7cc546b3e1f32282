package org.vitrine.api.image;

import java.util.Objects;
import java.util.function.Function;

/**
 * Points at one plane of a buffer: where in which storage it begins, and how far apart its rows are.
 *
 * <p>The plane does not own {@code fd}; who does is said where the plane is handed over.
 *
 * @param <F> the kind of descriptor
 * @param fd the storage
 * @param offsetBytes where the plane begins in it, 0 … 2^32−1
 * @param strideBytes from one row of pixels to the next, 1 … 2^32−1
 */
public record Plane<F>(F fd, long offsetBytes, long strideBytes) {

    /** The greatest offset and stride: those of {@code drm_mode_fb_cmd2} have 32 bits. */
    public static final long MAX_BYTES = 0xffff_ffffL;

    public Plane {
        Objects.requireNonNull(fd);
        if (offsetBytes < 0 || offsetBytes > MAX_BYTES) {
            throw new IllegalArgumentException("A plane's offset is 0 to 2^32-1 bytes");
        }
        if (strideBytes < 1 || strideBytes > MAX_BYTES) {
            throw new IllegalArgumentException("A plane's stride is 1 to 2^32-1 bytes");
        }
    }

    /** Returns the same plane with another kind of descriptor. */
    public <G> Plane<G> map(Function<? super F, ? extends G> toOther) {
        return new Plane<>(toOther.apply(fd), offsetBytes, strideBytes);
    }

    /**
     * Returns the offset for an interface with signed 32-bit numbers, such as EGL's {@code EGLint}.
     *
     * @throws ArithmeticException if it is 2^31 or more
     */
    public int offsetAsSignedInt() {
        return Math.toIntExact(offsetBytes);
    }

    /**
     * Returns the stride for an interface with signed 32-bit numbers, such as EGL's {@code EGLint}.
     *
     * @throws ArithmeticException if it is 2^31 or more
     */
    public int strideAsSignedInt() {
        return Math.toIntExact(strideBytes);
    }
}
