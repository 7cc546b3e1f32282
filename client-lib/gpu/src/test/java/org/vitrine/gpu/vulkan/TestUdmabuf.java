package org.vitrine.gpu.vulkan;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Set;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;
import org.vitrine.fd.Seal;

/** Makes dma-bufs of ordinary pages for tests. Source of the numbers: {@code linux/udmabuf.h}. */
@SuppressWarnings("restricted")
final class TestUdmabuf {
    private static final long UDMABUF_CREATE = 0x4018_7542L;
    private static final int UDMABUF_FLAGS_CLOEXEC = 1;
    private static final MethodHandle IOCTL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().find("ioctl").orElseThrow(),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
                    Linker.Option.firstVariadicArg(2));

    private TestUdmabuf() {}

    /** Makes one, filled with zeros, owned by the caller. */
    static OwnedFd create(long sizeBytes) {
        try (OwnedFd memory = Memfd.create("vitrine-test", sizeBytes);
                OwnedFd device = OpenFile.open("/dev/udmabuf", Set.of(OpenFlag.READ_WRITE));
                Arena arena = Arena.ofConfined()) {
            Memfd.addSeals(memory, Set.of(Seal.SHRINK));
            MemorySegment request = arena.allocate(24, Long.BYTES);
            request.set(JAVA_INT, 0, RawFds.numberOf(memory));
            request.set(JAVA_INT, 4, UDMABUF_FLAGS_CLOEXEC);
            request.set(JAVA_LONG, 16, sizeBytes);
            int number = (int) IOCTL.invokeExact(RawFds.numberOf(device), UDMABUF_CREATE, request);
            if (number < 0) {
                throw new AssertionError("/dev/udmabuf refuses " + sizeBytes + " bytes");
            }
            return RawFds.adopt(number);
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }
}
