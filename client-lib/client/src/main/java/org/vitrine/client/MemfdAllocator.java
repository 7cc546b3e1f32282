package org.vitrine.client;

import java.util.EnumSet;
import java.util.List;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.Mapping;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.ReadWriteMapping;
import org.vitrine.fd.Seal;

/**
 * Makes linear buffers of plain memory, one sealed memfd each: works everywhere, and consumers are kept from writing by
 * the kernel unless they may draw.
 */
public final class MemfdAllocator implements BufferAllocator {
    @Override
    public AllocatedBuffer allocate(BufferSpec spec) {
        LinearLayout layout = LinearLayout.of(spec, LinearLayout.ROW_ALIGNMENT_BYTES);
        try (OwnedFd memory = Memfd.create("vitrine-image", layout.sizeBytes())) {
            ReadWriteMapping mapping = Mapping.readWrite(memory, layout.sizeBytes());
            try {
                seal(memory, spec.writableByConsumers());
                return new MemfdBuffer(memory.steal(), mapping, layout);
            } catch (RuntimeException e) {
                mapping.close();
                throw e;
            }
        }
    }

    private static void seal(OwnedFd memory, boolean writableByOthers) {
        if (writableByOthers) {
            Memfd.addSeals(memory, EnumSet.of(Seal.SHRINK, Seal.GROW, Seal.SEAL));
        } else {
            Memfd.sealForSharing(memory);
        }
    }

    /** One memfd for all planes, mapped for drawing before it was sealed. Owns both. */
    private static final class MemfdBuffer implements AllocatedBuffer {
        private final OwnedFd memory;
        private final ReadWriteMapping mapping;
        private final Buffer<BorrowedFd> buffer;
        private final Pixels pixels;

        MemfdBuffer(OwnedFd memory, ReadWriteMapping mapping, LinearLayout layout) {
            this.memory = memory;
            this.mapping = mapping;
            this.buffer = layout.in(memory.borrow());
            this.pixels = Pixels.of(layout.in(mapping.segment()));
        }

        @Override
        public Buffer<BorrowedFd> buffer() {
            return buffer;
        }

        @Override
        public PixelAccess beginDrawing() {
            return new PixelAccess(pixels, List.of());
        }

        @Override
        public void close() {
            mapping.close();
            memory.close();
        }
    }
}
