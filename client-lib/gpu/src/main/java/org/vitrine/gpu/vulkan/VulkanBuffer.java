package org.vitrine.gpu.vulkan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.FormatTable;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.api.image.Plane;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.LinearDmaBuf;
import org.vitrine.client.LinearLayout;
import org.vitrine.client.PixelAccess;
import org.vitrine.fd.BorrowedFd;

/**
 * Holds a buffer that a Vulkan device made. The device draws through {@link #image()}; the processor, if the buffer is
 * {@code LINEAR}, through {@link #beginDrawing()}: one of them at a time. Owns the image.
 */
public final class VulkanBuffer implements AllocatedBuffer {
    private final VulkanImage image;
    private final BufferSpec spec;
    private final Object lock = new Object();
    private @Nullable LinearDmaBuf linear;

    VulkanBuffer(VulkanImage image, BufferSpec spec) {
        this.image = image;
        this.spec = spec;
    }

    /** Returns the image, which is closed with this buffer. */
    public VulkanImage image() {
        return image;
    }

    @Override
    public Buffer<BorrowedFd> buffer() {
        return image.buffer();
    }

    @Override
    public PixelAccess beginDrawing() {
        if (!spec.format().modifier().isLinear()) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The processor can't draw into " + spec.format()
                            + ": draw into image() with the device, or make the buffer LINEAR");
        }
        return linear().beginDrawing();
    }

    private LinearDmaBuf linear() {
        synchronized (lock) {
            LinearDmaBuf present = linear;
            if (present == null) {
                present = LinearDmaBuf.take(
                        buffer().planes().getFirst().fd().dup(), new LinearLayout(spec, planesWithEnds()));
                linear = present;
            }
            return present;
        }
    }

    /** Lets every plane end where the last of them does, whatever order the driver placed them in. */
    private List<Plane<Long>> planesWithEnds() {
        PixelLayout pixels = FormatTable.find(spec.format().fourCc()).orElseThrow();
        List<Plane<BorrowedFd>> planes = buffer().planes();
        long end = 0;
        for (int i = 0; i < pixels.planeCount(); i++) {
            long extent = pixels.plane(i)
                    .extentBytes(
                            spec.widthPixels(),
                            spec.heightPixels(),
                            planes.get(i).strideBytes());
            end = Math.max(end, Math.addExact(planes.get(i).offsetBytes(), extent));
        }
        Long lastEnd = end;
        return planes.stream().map(plane -> plane.map(_ -> lastEnd)).toList();
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (linear != null) {
                linear.close();
                linear = null;
            }
            image.close();
        }
    }
}
