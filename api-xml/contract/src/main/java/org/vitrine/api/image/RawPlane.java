package org.vitrine.api.image;

import java.util.Objects;
import java.util.function.Function;

/**
 * Holds one plane as a peer described it: D-Bus {@code (huu)}, its numbers widened and unchecked.
 *
 * @param <F> the kind of descriptor
 */
public record RawPlane<F>(F fd, long offset, long stride) {

    public RawPlane {
        Objects.requireNonNull(fd);
    }

    /** Returns the same plane with another kind of descriptor. */
    public <G> RawPlane<G> map(Function<? super F, ? extends G> toOther) {
        return new RawPlane<>(toOther.apply(fd), offset, stride);
    }
}
