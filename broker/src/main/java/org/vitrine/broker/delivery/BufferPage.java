package org.vitrine.broker.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.broker.registry.Generation;
import org.vitrine.fd.Fd;

/**
 * Holds as many buffers as fit into one message, all planes of a buffer together.
 *
 * @param buffers the buffers; their descriptors stay the generation's
 * @param finished whether these are the last
 */
public record BufferPage(List<RawBuffer<Fd>> buffers, boolean finished) {
    public BufferPage {
        buffers = List.copyOf(buffers);
    }

    /**
     * Takes buffers from one on. Beyond the last one the page is empty, so that a caller learns of a generation that
     * has fewer buffers than the one before.
     *
     * @param maxDescriptors the most descriptors in a message, at least one buffer's
     */
    public static BufferPage of(Generation generation, long first, int maxDescriptors) {
        List<RawBuffer<Fd>> buffers = new ArrayList<>();
        Set<Fd> descriptors = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = (int) Math.min(first, generation.size()); i < generation.size(); i++) {
            RawBuffer<Fd> buffer = generation.buffer(i);
            buffer.planes().forEach(plane -> descriptors.add(plane.fd()));
            if (descriptors.size() > maxDescriptors) {
                return new BufferPage(buffers, false);
            }
            buffers.add(buffer);
        }
        return new BufferPage(buffers, true);
    }
}
