package org.vitrine.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.api.Limits;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.api.image.RawPlane;

/** Divides buffers among messages: a bus drops whoever sends more descriptors than fit into one. */
final class BufferBatches {
    private static final int DESCRIPTORS_A_MESSAGE = Limits.DEFAULTS.descriptorsPerMessage();

    private BufferBatches() {}

    /** Returns the buffers in order, each whole in one batch of at most 16 different descriptors. */
    static <F> List<List<RawBuffer<F>>> of(List<RawBuffer<F>> buffers) {
        List<List<RawBuffer<F>>> batches = new ArrayList<>();
        List<RawBuffer<F>> batch = new ArrayList<>();
        Set<F> descriptors = new HashSet<>();
        for (RawBuffer<F> buffer : buffers) {
            List<F> more = buffer.planes().stream().map(RawPlane::fd).toList();
            Set<F> together = new HashSet<>(descriptors);
            together.addAll(more);
            if (together.size() > DESCRIPTORS_A_MESSAGE) {
                batches.add(List.copyOf(batch));
                batch.clear();
                together = new HashSet<>(more);
            }
            batch.add(buffer);
            descriptors = together;
        }
        batches.add(List.copyOf(batch));
        return batches;
    }
}
