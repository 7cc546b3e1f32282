package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Set;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Makes dma-bufs out of the pages of memfds: the kernel's udmabuf device.
 *
 * <p>Opens the device for each call, so there is nothing to close. Doesn't block; safe for use by many threads. Source
 * of the constants and layout: {@code linux/udmabuf.h}.
 */
public final class Udmabuf {
    /** Where Linux has the device. */
    public static final Path DEVICE = Path.of("/dev/udmabuf");

    private static final long UDMABUF_CREATE = 0x4018_7542L;
    private static final int UDMABUF_FLAGS_CLOEXEC = 1;

    /** {@code struct udmabuf_create}: memfd and flags of 32 bits, offset and size of 64. */
    private static final long CREATE_BYTES = 24;

    private static final long MEMFD_OFFSET = 0;
    private static final long FLAGS_OFFSET = 4;
    private static final long SIZE_OFFSET = 16;

    private final DeviceFile device;

    /** Uses this machine's device, which need not be there. */
    public Udmabuf() {
        this(DEVICE);
    }

    /** Uses the device at a path, which need not be there. */
    public Udmabuf(Path device) {
        this.device = new DeviceFile(
                device,
                "udmabuf device",
                "Load the kernel's module udmabuf (CONFIG_UDMABUF), or share a memfd instead",
                "kvm");
    }

    /**
     * Tries whether the device can be opened.
     *
     * @throws VitrineException NOT_SUPPORTED if it is missing, NOT_ALLOWED if this user may not open it
     */
    public void check() {
        device.open().close();
    }

    /**
     * Makes a dma-buf of a memfd's first bytes. It keeps the pages, so the memfd may be closed afterwards.
     *
     * @param memfd stays the caller's; sealed with {@link Seal#SHRINK}, and not against writing
     * @param sizeBytes whole pages, no more than the memfd has, and no more than the limit of the module (64 MiB unless
     *     its parameter {@code size_limit_mb} says otherwise)
     * @return owned by the caller, close-on-exec
     * @throws VitrineException UNSEALED_MEMORY without the seal, INVALID_DESCRIPTOR if it is no memfd or sealed against
     *     writing, NOT_SUPPORTED if the kernel refuses the size, and as {@link #check()}
     * @throws SystemCallException {@link Errno#EMFILE}, {@link Errno#ENOMEM}
     */
    public OwnedFd create(Fd memfd, long sizeBytes) {
        checkSeals(memfd);
        try (OwnedFd opened = device.open();
                Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(CREATE_BYTES, Long.BYTES);
            argument.set(JAVA_INT, FLAGS_OFFSET, UDMABUF_FLAGS_CLOEXEC);
            argument.set(JAVA_LONG, SIZE_OFFSET, sizeBytes);
            return RawFds.adopt(DeviceCall.ioctlPassing(opened, UDMABUF_CREATE, argument, memfd, MEMFD_OFFSET));
        } catch (SystemCallException e) {
            throw e.errno() == Errno.EINVAL ? sizeRefused(e) : e;
        }
    }

    private static void checkSeals(Fd memfd) {
        Set<Seal> seals;
        try {
            seals = Memfd.seals(memfd);
        } catch (SystemCallException e) {
            throw new VitrineException(ErrorName.INVALID_DESCRIPTOR, "A udmabuf is made of a memfd. Pass one", e);
        }
        if (!seals.contains(Seal.SHRINK)) {
            throw new VitrineException(
                    ErrorName.UNSEALED_MEMORY,
                    "A udmabuf is made of a memfd that can't shrink. Add F_SEAL_SHRINK first");
        }
        if (seals.contains(Seal.WRITE) || seals.contains(Seal.FUTURE_WRITE)) {
            throw new VitrineException(
                    ErrorName.INVALID_DESCRIPTOR,
                    "A udmabuf is made of a memfd that may be written. Leave F_SEAL_WRITE and F_SEAL_FUTURE_WRITE out");
        }
    }

    private static VitrineException sizeRefused(SystemCallException cause) {
        return new VitrineException(
                ErrorName.NOT_SUPPORTED,
                "The kernel makes no udmabuf of this size: it has whole pages, lies within the memfd, and is no larger than"
                        + " the udmabuf module's parameter size_limit_mb. Raise that, or take another exporter",
                cause);
    }
}
