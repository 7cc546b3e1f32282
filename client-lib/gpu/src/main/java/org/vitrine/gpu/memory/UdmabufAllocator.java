package org.vitrine.gpu.memory;

import java.util.EnumSet;
import java.util.Set;
import org.vitrine.api.error.VitrineException;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.LinearDmaBuf;
import org.vitrine.client.LinearLayout;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Seal;
import org.vitrine.fd.Udmabuf;

/** Makes linear buffers of a memfd's pages, one dma-buf each, with rows that GPUs import. */
public final class UdmabufAllocator implements BufferAllocator {
    private static final Set<Seal> SEALS = EnumSet.of(Seal.SHRINK, Seal.GROW, Seal.SEAL);

    private final Udmabuf udmabuf;

    /** Allocates from a device, which need not be there yet. */
    public UdmabufAllocator(Udmabuf udmabuf) {
        this.udmabuf = udmabuf;
    }

    /**
     * {@inheritDoc}
     *
     * @throws VitrineException also NOT_ALLOWED if this user may not open the device
     */
    @Override
    public AllocatedBuffer allocate(BufferSpec spec) {
        LinearLayout layout = LinearLayout.of(spec, LinearLayout.IMPORTABLE_ROW_ALIGNMENT_BYTES);
        try (OwnedFd pages = Memfd.create("vitrine-udmabuf", layout.sizeBytes())) {
            Memfd.addSeals(pages, SEALS);
            return LinearDmaBuf.take(udmabuf.create(pages, layout.sizeBytes()), layout);
        }
    }
}
