package org.vitrine.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.PixelAccess;
import org.vitrine.client.Pixels;
import org.vitrine.gpu.device.Allocation;
import org.vitrine.gpu.device.Allocator;
import org.vitrine.gpu.device.BufferUse;
import org.vitrine.gpu.device.BufferWish;

/** Makes buffers that processors draw and GPUs may import, and keeps them at hand. The image closes them. */
final class KeptBuffers implements BufferAllocator {
    private final Allocator allocator;
    private final List<Allocation> made = new ArrayList<>();

    KeptBuffers(Allocator allocator) {
        this.allocator = allocator;
    }

    @Override
    public AllocatedBuffer allocate(BufferSpec spec) {
        Allocation allocation = allocator.allocate(BufferWish.of(spec, BufferUse.CPU, BufferUse.GPU));
        made.add(allocation);
        return allocation.buffer();
    }

    /** Returns the names of the exporters that made them. */
    String madeBy() {
        return made.stream()
                .map(allocation -> allocation.exporter().name())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Lets the processor draw into each buffer, whether it has been handed over or not. */
    void each(Consumer<Pixels> drawer) {
        for (Allocation allocation : made) {
            try (PixelAccess access = allocation.buffer().beginDrawing()) {
                drawer.accept(access.pixels());
            }
        }
    }
}
