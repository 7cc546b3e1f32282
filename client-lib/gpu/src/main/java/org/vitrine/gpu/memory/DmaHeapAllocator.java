package org.vitrine.gpu.memory;

import org.vitrine.api.error.VitrineException;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.LinearDmaBuf;
import org.vitrine.client.LinearLayout;
import org.vitrine.fd.DmaHeap;

/** Makes linear buffers from a heap of the kernel's, one dma-buf each, with rows that GPUs import. */
public final class DmaHeapAllocator implements BufferAllocator {
    private final DmaHeap heap;

    /** Allocates from a heap, which need not be there yet. */
    public DmaHeapAllocator(DmaHeap heap) {
        this.heap = heap;
    }

    /**
     * {@inheritDoc}
     *
     * @throws VitrineException also NOT_ALLOWED if this user may not open the heap, LIMITS_EXCEEDED if it is used up
     */
    @Override
    public AllocatedBuffer allocate(BufferSpec spec) {
        LinearLayout layout = LinearLayout.of(spec, LinearLayout.IMPORTABLE_ROW_ALIGNMENT_BYTES);
        return LinearDmaBuf.take(heap.allocate(layout.sizeBytes()), layout);
    }
}
