package org.vitrine.gpu.egl;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Set;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;

/** Makes dma-bufs of any layout: source {@code linux/dma-heap.h}. */
@SuppressWarnings("restricted")
final class DmaHeap {
    private static final long DMA_HEAP_IOCTL_ALLOC = 0xc018_4800L;
    private static final int O_RDWR_CLOEXEC = 2 | 0x8_0000;
    private static final MethodHandle IOCTL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("ioctl"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
                    Linker.Option.firstVariadicArg(2));

    private DmaHeap() {}

    static OwnedFd allocate(long sizeBytes) {
        try (OwnedFd heap = OpenFile.open("/dev/dma_heap/system", Set.of());
                Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(24, 8);
            request.set(JAVA_LONG, 0, sizeBytes);
            request.set(JAVA_INT, 12, O_RDWR_CLOEXEC);
            if ((int) IOCTL.invokeExact(RawFds.numberOf(heap), DMA_HEAP_IOCTL_ALLOC, request) != 0) {
                throw new IllegalStateException("DMA_HEAP_IOCTL_ALLOC failed");
            }
            return RawFds.adopt(request.get(JAVA_INT, 8));
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
