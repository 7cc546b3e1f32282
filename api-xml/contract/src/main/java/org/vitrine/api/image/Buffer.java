package org.vitrine.api.image;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Describes the storage of one whole picture.
 *
 * <p>Its numbers are in range. Whether they fit the storage was checked if it came out of {@link BufferLayout}, which
 * is the only way a peer's {@link RawBuffer} becomes a buffer.
 *
 * @param <F> the kind of descriptor
 * @param widthPixels 1 … 32768
 * @param heightPixels 1 … 32768
 * @param format how the pixels are stored
 * @param planes one to four; several may share a descriptor
 */
public record Buffer<F>(int widthPixels, int heightPixels, DrmFormat format, List<Plane<F>> planes) {

    /** The greatest width and height, that of the largest GPUs' textures. */
    public static final int MAX_PIXELS = 32768;

    /** The most planes, as in the kernel's {@code struct drm_mode_fb_cmd2}. */
    public static final int MAX_PLANES = 4;

    public Buffer {
        Objects.requireNonNull(format);
        planes = List.copyOf(planes);
        if (widthPixels < 1 || widthPixels > MAX_PIXELS || heightPixels < 1 || heightPixels > MAX_PIXELS) {
            throw new IllegalArgumentException("A buffer is 1 to 32768 pixels wide and high");
        }
        if (planes.isEmpty() || planes.size() > MAX_PLANES) {
            throw new IllegalArgumentException("A buffer has one to four planes");
        }
    }

    /** Returns the same buffer with another kind of descriptor. */
    public <G> Buffer<G> map(Function<? super F, ? extends G> toOther) {
        return new Buffer<>(
                widthPixels,
                heightPixels,
                format,
                planes.stream().<Plane<G>>map(plane -> plane.map(toOther)).toList());
    }

    /** Returns the same buffer in the form in which it is sent. */
    public RawBuffer<F> toRaw() {
        return new RawBuffer<>(
                widthPixels,
                heightPixels,
                format.fourCc().unsignedCode(),
                format.modifier().bits(),
                planes.stream()
                        .map(plane -> new RawPlane<>(plane.fd(), plane.offsetBytes(), plane.strideBytes()))
                        .toList());
    }
}
