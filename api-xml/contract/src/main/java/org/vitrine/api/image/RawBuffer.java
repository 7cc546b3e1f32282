package org.vitrine.api.image;

import java.util.List;
import java.util.function.Function;

/**
 * Holds a buffer as a peer described it: D-Bus {@code (uuuta(huu))}, its numbers widened and unchecked.
 *
 * <p>{@link BufferLayout} makes a {@link Buffer} of it, or refuses it.
 *
 * @param <F> the kind of descriptor
 */
public record RawBuffer<F>(long width, long height, long fourCc, long modifier, List<RawPlane<F>> planes) {

    public RawBuffer {
        planes = List.copyOf(planes);
    }

    /** Returns the same buffer with another kind of descriptor. */
    public <G> RawBuffer<G> map(Function<? super F, ? extends G> toOther) {
        return new RawBuffer<>(
                width,
                height,
                fourCc,
                modifier,
                planes.stream().<RawPlane<G>>map(plane -> plane.map(toOther)).toList());
    }
}
