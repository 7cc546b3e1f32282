package org.vitrine.gpu.gbm;

import java.util.List;
import java.util.Set;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.Modifier;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.DriverBuffer;
import org.vitrine.fd.OwnedFd;

/**
 * Makes the buffers of an image on a GPU.
 *
 * <p>Whoever has a descriptor of such a buffer may write: the kernel has no way to keep consumers of a dma-buf from it.
 * With {@link Modifier#INVALID} in the specification the driver chooses the arrangement, and tells nobody. Buffers may
 * outlive the device.
 *
 * @param device makes them; stays the caller's to close
 * @param uses what they are for
 */
public record GbmAllocator(GbmDevice device, Set<GbmUse> uses) implements BufferAllocator {
    public GbmAllocator {
        uses = Set.copyOf(uses);
    }

    /** Makes buffers that a GPU draws into. */
    public static GbmAllocator forRendering(GbmDevice device) {
        return new GbmAllocator(device, Set.of(GbmUse.RENDERING));
    }

    @Override
    public AllocatedBuffer allocate(BufferSpec spec) {
        requireSupport(spec.format());
        try (GbmBuffer made = device.create(request(spec))) {
            return DriverBuffer.take(spec, accept(spec.format(), made.export()));
        }
    }

    private void requireSupport(DrmFormat format) {
        if (!device.supports(format.fourCc(), uses)) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "GBM on this device makes no " + format.fourCc() + " for " + uses
                            + ". Choose one of GbmDevice.formats, or make it with a dma-heap, udmabuf or"
                            + " MemfdAllocator, as is the way for formats of several planes");
        }
    }

    private GbmRequest request(BufferSpec spec) {
        Modifier modifier = spec.format().modifier();
        List<Modifier> modifiers = modifier.equals(Modifier.INVALID) ? List.of() : List.of(modifier);
        return new GbmRequest(
                spec.widthPixels(), spec.heightPixels(), spec.format().fourCc(), uses, modifiers);
    }

    /** Passes a buffer on if it is of the wanted format, else closes it. */
    private static Buffer<OwnedFd> accept(DrmFormat wanted, Buffer<OwnedFd> made) {
        if (wanted.modifier().equals(Modifier.INVALID) || made.format().equals(wanted)) {
            return made;
        }
        made.planes().forEach(plane -> plane.fd().close());
        throw new VitrineException(
                ErrorName.NOT_SUPPORTED,
                "The driver made " + made.format() + " where " + wanted + " was asked for. Ask for what it made");
    }
}
