package org.vitrine.gpu.drm;

import java.util.Iterator;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.LinearDmaBuf;
import org.vitrine.client.LinearLayout;

/** Makes linear buffers as dumb buffers of a device, one dma-buf each, with the driver's pitch. */
public final class DumbAllocator implements BufferAllocator {
    private final DrmDevice device;

    /**
     * Allocates on a device.
     *
     * @param device on a primary node; stays the caller's, and open while buffers are made. They outlive it
     */
    public DumbAllocator(DrmDevice device) {
        this.device = device;
    }

    /**
     * {@inheritDoc}
     *
     * @throws VitrineException also as {@link DumbBuffer#create(DrmDevice, DumbSize)}
     */
    @Override
    public AllocatedBuffer allocate(BufferSpec spec) {
        DumbShape shape = DumbShape.of(spec);
        try (DumbBuffer dumb = create(shape)) {
            LinearLayout layout = shape.place(dumb.pitchBytes(), dumb.sizeBytes());
            return LinearDmaBuf.take(dumb.exportPrime(), layout);
        }
    }

    private DumbBuffer create(DumbShape shape) {
        Iterator<DumbSize> sizes = shape.sizes().iterator();
        while (true) {
            try {
                return DumbBuffer.create(device, sizes.next());
            } catch (DeviceGoneException gone) {
                throw gone;
            } catch (VitrineException refused) {
                if (refused.name() != ErrorName.NOT_SUPPORTED || !sizes.hasNext()) {
                    throw refused;
                }
            }
        }
    }
}
