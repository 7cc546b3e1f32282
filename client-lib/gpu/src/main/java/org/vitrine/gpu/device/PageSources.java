package org.vitrine.gpu.device;

import java.util.List;
import java.util.Optional;
import org.vitrine.client.MemfdAllocator;
import org.vitrine.fd.DmaHeap;
import org.vitrine.fd.Udmabuf;
import org.vitrine.gpu.memory.DmaHeapAllocator;
import org.vitrine.gpu.memory.UdmabufAllocator;

/** Look for what the kernel makes of ordinary pages, with no device behind it. */
final class PageSources {
    private PageSources() {}

    static void memfd(DeviceSearch search) {
        search.found(new Exporter(BufferSystem.MEMFD, Optional.empty(), "the kernel", List.of(), new MemfdAllocator()));
    }

    static void udmabuf(DeviceSearch search) {
        search.attempt(BufferSystem.UDMABUF, () -> {
            Udmabuf udmabuf = new Udmabuf();
            udmabuf.check();
            search.found(new Exporter(
                    BufferSystem.UDMABUF,
                    Optional.of(Udmabuf.DEVICE.toString()),
                    "the kernel",
                    List.of(),
                    new UdmabufAllocator(udmabuf)));
        });
    }

    static void dmaHeaps(DeviceSearch search) {
        List<DmaHeap> heaps = DmaHeap.list(DmaHeap.FOLDER);
        if (heaps.isEmpty()) {
            search.missing(BufferSystem.DMA_HEAP, "This machine has no dma-heaps");
        }
        for (DmaHeap heap : heaps) {
            search.attempt(BufferSystem.DMA_HEAP, () -> {
                heap.check();
                search.found(new Exporter(
                        BufferSystem.DMA_HEAP,
                        Optional.of(heap.device().toString()),
                        "the kernel",
                        List.of(),
                        new DmaHeapAllocator(heap)));
            });
        }
    }
}
