package org.vitrine.gpu.device;

import java.util.List;
import org.vitrine.client.AllocatedBuffer;

/**
 * Holds a buffer, and says who made it and why.
 *
 * @param buffer the buffer, owned
 * @param exporter what made it
 * @param reasons one sentence for each exporter that was considered before, and one for the one that was taken
 */
public record Allocation(AllocatedBuffer buffer, Exporter exporter, List<String> reasons) implements AutoCloseable {
    public Allocation {
        reasons = List.copyOf(reasons);
    }

    /** Frees the buffer. Close once. */
    @Override
    public void close() {
        buffer.close();
    }
}
