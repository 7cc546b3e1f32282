package org.vitrine.broker.intake;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.StorageFacts;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.InspectedFd;
import org.vitrine.fd.OtherMemfd;
import org.vitrine.fd.RefusedFd;
import org.vitrine.fd.Seal;
import org.vitrine.fd.SealedMemfd;
import org.vitrine.fd.SystemCallException;

/** Decides whether a descriptor can be trusted to hold a picture, by what the kernel says of it. */
class StorageCheck {
    /**
     * Without these the size is not proven, or a consumer could add a seal that stops the producer (memfd_create(2)).
     */
    private static final Set<Seal> ALWAYS = EnumSet.of(Seal.SHRINK, Seal.GROW, Seal.SEAL);

    /**
     * Holds what is proven of a descriptor.
     *
     * @param sizeBytes its size, which can't change
     * @param identity the same for every descriptor of the same storage
     * @param sealedAgainstWriting whether no writable mapping of it can be made any more
     */
    record Storage(long sizeBytes, Identity identity, boolean sealedAgainstWriting) {
        StorageFacts facts() {
            return new StorageFacts(sizeBytes, identity);
        }
    }

    /** Tells storages apart; memfds and dma-bufs number their inodes apart. */
    record Identity(boolean dmaBuf, long inode) {}

    Storage check(BorrowedFd fd, boolean writable) {
        return switch (inspect(fd)) {
            case SealedMemfd memfd -> memfd(memfd, writable);
            case OtherMemfd memfd -> throw unsealed(missing(memfd.seals(), writable));
            case DmaBufFd dmaBuf -> new Storage(dmaBuf.sizeBytes(), new Identity(true, dmaBuf.inode()), false);
            case RefusedFd refused -> throw new VitrineException(ErrorName.INVALID_DESCRIPTOR, refusal(refused));
        };
    }

    private static InspectedFd inspect(BorrowedFd fd) {
        try {
            return FdInspector.inspect(fd);
        } catch (SystemCallException e) {
            if (e.isExhaustion()) {
                throw new VitrineException(
                        ErrorName.LIMITS_EXCEEDED, "The broker can open no more descriptors: try again later", e);
            }
            throw e;
        }
    }

    private static Storage memfd(SealedMemfd memfd, boolean writable) {
        String missing = missing(memfd.seals(), writable);
        if (!missing.isEmpty()) {
            throw unsealed(missing);
        }
        return new Storage(memfd.sizeBytes(), new Identity(false, memfd.inode()), sealsWriting(memfd.seals()));
    }

    private static String missing(Set<Seal> seals, boolean writable) {
        Set<Seal> missing = EnumSet.copyOf(ALWAYS);
        missing.removeAll(seals);
        String names = missing.stream().map(seal -> "F_SEAL_" + seal.name()).collect(Collectors.joining(", "));
        if (writable || sealsWriting(seals)) {
            return names;
        }
        return names + (names.isEmpty() ? "" : ", ") + "F_SEAL_FUTURE_WRITE";
    }

    private static boolean sealsWriting(Set<Seal> seals) {
        return seals.contains(Seal.WRITE) || seals.contains(Seal.FUTURE_WRITE);
    }

    private static VitrineException unsealed(String missing) {
        return new VitrineException(
                ErrorName.UNSEALED_MEMORY, "The memory lacks these seals, set them with F_ADD_SEALS: " + missing);
    }

    private static String refusal(RefusedFd refused) {
        return "A descriptor must be a sealed memfd or a dma-buf: " + refused.reason();
    }
}
