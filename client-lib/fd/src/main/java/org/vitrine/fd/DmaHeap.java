package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Makes dma-bufs of one of the kernel's heaps.
 *
 * <p>Opens the heap for each call, so there is nothing to close. Safe for use by many threads. Source of the constants
 * and layout: {@code linux/dma-heap.h}.
 *
 * @param device the heap's device node, which need not be there; its name is the heap's
 */
public record DmaHeap(Path device) {
    /** Where Linux has the heaps. */
    public static final Path FOLDER = Path.of("/dev/dma_heap");

    /** The heap of ordinary pages. */
    public static final String SYSTEM = "system";

    private static final long DMA_HEAP_IOCTL_ALLOC = 0xc018_4800L;

    /** {@code struct dma_heap_allocation_data}: len of 64 bits, fd and fd_flags of 32, heap_flags of 64. */
    private static final long ALLOCATION_BYTES = 24;

    private static final long SIZE_OFFSET = 0;
    private static final long FD_OFFSET = 8;
    private static final long FD_FLAGS_OFFSET = 12;

    /** {@code O_RDWR} and {@code O_CLOEXEC} of {@code asm-generic/fcntl.h}. */
    private static final int FD_FLAGS = 0x2 | 0x8_0000;

    /** Returns this machine's heap of ordinary pages, which need not be there. */
    public static DmaHeap system() {
        return new DmaHeap(FOLDER.resolve(SYSTEM));
    }

    /**
     * Lists the heaps in a folder, that of ordinary pages first, then by name.
     *
     * @param folder {@link #FOLDER} on a real machine
     * @return none if the folder is missing
     */
    public static List<DmaHeap> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(DmaHeap::new)
                    .sorted(Comparator.comparing((DmaHeap heap) -> !heap.name().equals(SYSTEM))
                            .thenComparing(DmaHeap::name))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the heap's name, for example {@code "system"} or {@code "linux,cma"}. */
    public String name() {
        return device.getFileName().toString();
    }

    /**
     * Tries whether the heap can be opened.
     *
     * @throws VitrineException NOT_SUPPORTED if it is missing, NOT_ALLOWED if this user may not open it
     */
    public void check() {
        file().open().close();
    }

    /**
     * Makes a dma-buf filled with zeros. May wait for the kernel to find memory.
     *
     * @param sizeBytes 1 or more; rounded up to whole pages
     * @return owned by the caller, close-on-exec
     * @throws VitrineException LIMITS_EXCEEDED if the heap has not so much, and as {@link #check()}
     * @throws SystemCallException {@link Errno#EMFILE}, {@link Errno#EINVAL} for a size of 0
     */
    public OwnedFd allocate(long sizeBytes) {
        try (OwnedFd opened = file().open();
                Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(ALLOCATION_BYTES, Long.BYTES);
            argument.set(JAVA_LONG, SIZE_OFFSET, sizeBytes);
            argument.set(JAVA_INT, FD_FLAGS_OFFSET, FD_FLAGS);
            DeviceCall.ioctl(opened, DMA_HEAP_IOCTL_ALLOC, argument);
            return DeviceCall.takeFd(argument, FD_OFFSET);
        } catch (SystemCallException e) {
            throw e.errno() == Errno.ENOMEM ? tooMuch(e) : e;
        }
    }

    private DeviceFile file() {
        return new DeviceFile(
                device,
                "dma-buf heap of that name",
                "Take a kernel with CONFIG_DMABUF_HEAPS_SYSTEM, or another exporter",
                "video");
    }

    private static VitrineException tooMuch(SystemCallException cause) {
        return new VitrineException(
                ErrorName.LIMITS_EXCEEDED,
                "The heap has not so much memory. Make the buffer smaller, or free others",
                cause);
    }
}
