package org.vitrine.gpu.device;

import java.util.Optional;
import java.util.Set;
import org.vitrine.client.BufferSpec;

/**
 * Says what buffer is wanted, and for what.
 *
 * @param spec size and format
 * @param uses what is done with it, at least one
 * @param device the device node that is to use it, such as {@code /dev/dri/renderD128}, if that matters
 */
public record BufferWish(BufferSpec spec, Set<BufferUse> uses, Optional<String> device) {
    public BufferWish {
        uses = Set.copyOf(uses);
        if (uses.isEmpty()) {
            throw new IllegalArgumentException("a buffer is for some use");
        }
    }

    /** Wishes for a buffer on whatever device there is. */
    public static BufferWish of(BufferSpec spec, BufferUse... uses) {
        return new BufferWish(spec, Set.of(uses), Optional.empty());
    }

    /** Returns the same wish for a device. */
    public BufferWish on(String path) {
        return new BufferWish(spec, uses, Optional.of(path));
    }
}
