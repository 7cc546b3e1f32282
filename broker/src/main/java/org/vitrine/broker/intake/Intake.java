package org.vitrine.broker.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.vitrine.api.Limits;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.BufferLayout;
import org.vitrine.api.image.LayoutException;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.broker.intake.StorageCheck.Storage;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.ReceivedFd;

/**
 * Turns offered buffers into accepted ones. Inspects every descriptor once, then checks every plane against its
 * storage, and takes the descriptors last: if anything is wrong none was taken, and the message that brought them
 * closes them.
 *
 * <p>Never blocks, whatever the descriptors are.
 */
public final class Intake {
    private final StorageCheck storageCheck;
    private final Limits limits;

    /** Makes an intake that inspects descriptors with the kernel's help. */
    public Intake(Limits limits) {
        this(new StorageCheck(), limits);
    }

    Intake(StorageCheck storageCheck, Limits limits) {
        this.storageCheck = storageCheck;
        this.limits = limits;
    }

    /**
     * Accepts buffers, or none of them.
     *
     * @param offered at least one buffer
     * @param writable whether the producer lets others write; if not, memory must be sealed against it
     * @throws VitrineException with InvalidDescriptor, UnsealedMemory, InvalidLayout or LimitsExceeded
     */
    public AcceptedBuffers accept(List<RawBuffer<ReceivedFd>> offered, boolean writable) {
        if (offered.size() > limits.buffersPerImage()) {
            throw new VitrineException(
                    ErrorName.LIMITS_EXCEEDED, "An image has at most " + limits.buffersPerImage() + " buffers");
        }
        IdentityHashMap<ReceivedFd, Storage> storages = inspect(offered, writable);
        List<Buffer<ReceivedFd>> buffers = checkLayouts(offered, storages);
        requireSameSizeAndFormat(buffers);
        requireKnownArrangement(buffers.getFirst(), storages.values());
        boolean sealed = storages.values().stream().allMatch(Storage::sealedAgainstWriting);
        return take(buffers, sealed);
    }

    private IdentityHashMap<ReceivedFd, Storage> inspect(List<RawBuffer<ReceivedFd>> offered, boolean writable) {
        IdentityHashMap<ReceivedFd, Storage> storages = new IdentityHashMap<>();
        for (RawBuffer<ReceivedFd> buffer : offered) {
            buffer.planes()
                    .forEach(plane ->
                            storages.computeIfAbsent(plane.fd(), fd -> storageCheck.check(fd.borrow(), writable)));
        }
        return storages;
    }

    private List<Buffer<ReceivedFd>> checkLayouts(
            List<RawBuffer<ReceivedFd>> offered, IdentityHashMap<ReceivedFd, Storage> storages) {
        List<Buffer<ReceivedFd>> buffers = new ArrayList<>();
        for (RawBuffer<ReceivedFd> buffer : offered) {
            try {
                buffers.add(BufferLayout.validateAgainst(
                        buffer, fd -> Objects.requireNonNull(storages.get(fd)).facts(), limits));
            } catch (LayoutException e) {
                throw new VitrineException(ErrorName.INVALID_LAYOUT, e.getMessage(), e);
            }
        }
        return buffers;
    }

    private static void requireSameSizeAndFormat(List<Buffer<ReceivedFd>> buffers) {
        Buffer<ReceivedFd> first = buffers.getFirst();
        boolean same = buffers.stream()
                .allMatch(buffer -> buffer.widthPixels() == first.widthPixels()
                        && buffer.heightPixels() == first.heightPixels()
                        && buffer.format().equals(first.format())
                        && buffer.planes().size() == first.planes().size());
        if (!same) {
            throw new VitrineException(
                    ErrorName.INVALID_LAYOUT, "The buffers of an image have one size, format and number of planes");
        }
    }

    /** Only a driver can know an arrangement that nobody names, and memory that is no dma-buf has none. */
    private static void requireKnownArrangement(Buffer<ReceivedFd> first, Collection<Storage> storages) {
        boolean unnamed = first.format().modifier().equals(Modifier.INVALID);
        if (unnamed && !storages.stream().allMatch(storage -> storage.identity().dmaBuf())) {
            throw new VitrineException(
                    ErrorName.INVALID_LAYOUT,
                    "A memfd needs a modifier that says how pixels are arranged: 0 is linear");
        }
    }

    private static AcceptedBuffers take(List<Buffer<ReceivedFd>> buffers, boolean sealed) {
        IdentityHashMap<ReceivedFd, OwnedFd> taken = new IdentityHashMap<>();
        List<Buffer<OwnedFd>> owned = buffers.stream()
                .map(buffer -> buffer.map(fd -> taken.computeIfAbsent(fd, ReceivedFd::take)))
                .toList();
        return new AcceptedBuffers(owned, List.copyOf(taken.values()), sealed);
    }
}
