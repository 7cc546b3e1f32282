package org.vitrine.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.Limits;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.BufferLayout;
import org.vitrine.api.image.LayoutException;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.api.image.RawPlane;
import org.vitrine.api.image.StorageFacts;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.ClosingThread;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.InspectedFd;
import org.vitrine.fd.OtherMemfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RefusedFd;
import org.vitrine.fd.SealedMemfd;

/**
 * Holds a buffer that the broker delivered, after the same checks that the broker made: a consumer need not trust it to
 * be safe from a crash. Owns the buffer's descriptors.
 */
final class DeliveredBuffer implements AutoCloseable {
    private static final StorageFacts NOTHING = new StorageFacts(0, "nothing");

    private final Buffer<OwnedFd> buffer;
    private final Map<OwnedFd, InspectedFd> storages;

    private DeliveredBuffer(Buffer<OwnedFd> buffer, Map<OwnedFd, InspectedFd> storages) {
        this.buffer = buffer;
        this.storages = storages;
    }

    /** Takes a buffer. On failure its descriptors are closed. */
    static DeliveredBuffer take(RawBuffer<OwnedFd> raw) {
        Map<OwnedFd, InspectedFd> storages = new HashMap<>();
        try {
            for (RawPlane<OwnedFd> plane : raw.planes()) {
                storages.put(plane.fd(), FdInspector.inspect(plane.fd()));
            }
            Map<OwnedFd, StorageFacts> facts = new HashMap<>();
            storages.forEach((fd, storage) -> facts.put(fd, factsOf(storage)));
            return new DeliveredBuffer(
                    BufferLayout.validateAgainst(raw, fd -> facts.getOrDefault(fd, NOTHING), Limits.DEFAULTS),
                    storages);
        } catch (LayoutException e) {
            closeAll(raw);
            throw new VitrineException(ErrorName.INVALID_LAYOUT, e.getMessage(), e);
        } catch (RuntimeException e) {
            closeAll(raw);
            throw e;
        }
    }

    /** Takes several buffers, all or none. */
    static List<DeliveredBuffer> takeAll(List<RawBuffer<OwnedFd>> raws) {
        List<DeliveredBuffer> taken = new ArrayList<>();
        for (int i = 0; i < raws.size(); i++) {
            try {
                taken.add(take(raws.get(i)));
            } catch (RuntimeException e) {
                taken.forEach(DeliveredBuffer::close);
                raws.subList(i + 1, raws.size()).forEach(DeliveredBuffer::closeAll);
                throw e;
            }
        }
        return taken;
    }

    private static StorageFacts factsOf(InspectedFd storage) {
        return switch (storage) {
            case SealedMemfd memfd -> new StorageFacts(memfd.sizeBytes(), memfd);
            case DmaBufFd dmaBuf -> new StorageFacts(dmaBuf.sizeBytes(), dmaBuf);
            case OtherMemfd _ ->
                throw new VitrineException(ErrorName.UNSEALED_MEMORY, "The broker delivered memory that may shrink");
            case RefusedFd refused ->
                throw new VitrineException(
                        ErrorName.INVALID_DESCRIPTOR, "The broker delivered no picture: " + refused.reason());
        };
    }

    Buffer<BorrowedFd> buffer() {
        return buffer.map(OwnedFd::borrow);
    }

    InspectedFd storage(int plane) {
        InspectedFd storage = storages.get(buffer.planes().get(plane).fd());
        if (storage == null) {
            throw new IllegalStateException("a plane without storage");
        }
        return storage;
    }

    /** Maps the buffer; the mapping is the caller's and borrows the buffer's descriptors. */
    MappedBuffer map(Access access) {
        return MappedBuffer.of(buffer, storages, access);
    }

    @Override
    public void close() {
        storages.keySet().forEach(ClosingThread::closeLater);
    }

    private static void closeAll(RawBuffer<OwnedFd> raw) {
        raw.planes().stream().map(RawPlane::fd).distinct().forEach(ClosingThread::closeLater);
    }
}
