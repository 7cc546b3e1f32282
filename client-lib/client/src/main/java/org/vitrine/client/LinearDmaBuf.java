package org.vitrine.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.DmaBuf;
import org.vitrine.fd.Mapping;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.ReadWriteMapping;
import org.vitrine.fd.SystemCallException;

/** Holds a linear buffer in one dma-buf, mapped when the processor first draws. Owns the descriptor. */
public final class LinearDmaBuf implements AllocatedBuffer {
    private final OwnedFd memory;
    private final LinearLayout layout;
    private final Buffer<BorrowedFd> buffer;
    private final Object lock = new Object();
    private @Nullable ReadWriteMapping mapping;

    private LinearDmaBuf(OwnedFd memory, LinearLayout layout) {
        this.memory = memory;
        this.layout = layout;
        this.buffer = layout.in(memory.borrow());
    }

    /**
     * Takes a dma-buf over.
     *
     * @param memory closed with the result; at least {@link LinearLayout#sizeBytes()} large
     */
    public static LinearDmaBuf take(OwnedFd memory, LinearLayout layout) {
        return new LinearDmaBuf(memory, layout);
    }

    @Override
    public Buffer<BorrowedFd> buffer() {
        return buffer;
    }

    @Override
    public PixelAccess beginDrawing() {
        Pixels pixels = Pixels.of(layout.in(mapping().segment()));
        return new PixelAccess(pixels, List.of(DmaBuf.readWrite(memory)));
    }

    private ReadWriteMapping mapping() {
        synchronized (lock) {
            ReadWriteMapping present = mapping;
            if (present == null) {
                present = map();
                mapping = present;
            }
            return present;
        }
    }

    private ReadWriteMapping map() {
        try {
            return Mapping.readWrite(memory, layout.sizeBytes());
        } catch (SystemCallException e) {
            throw UnmappableStorage.of(e);
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (mapping != null) {
                mapping.close();
            }
            memory.close();
        }
    }
}
