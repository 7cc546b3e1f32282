package org.vitrine.broker.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.api.image.RawPlane;
import org.vitrine.fd.Fd;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Seal;

/** Makes buffers for tests: XRGB8888, linear, each in a memfd of its own. */
public final class TestBuffers {
    /** The FourCC code that all have. */
    public static final long XRGB8888 = FourCc.of("XR24").unsignedCode();

    private static final int BYTES_PER_PIXEL = 4;

    private TestBuffers() {}

    /** Makes sealed memory for a picture. */
    public static OwnedFd sealed(int width, int height) {
        return sealed(width, height, Set.of(Seal.SHRINK, Seal.GROW, Seal.FUTURE_WRITE, Seal.SEAL));
    }

    /** Makes memory for a picture with certain seals. */
    public static OwnedFd sealed(int width, int height, Set<Seal> seals) {
        OwnedFd fd = Memfd.create("vitrine-test", (long) width * height * BYTES_PER_PIXEL);
        if (!seals.isEmpty()) {
            Memfd.addSeals(fd, seals);
        }
        return fd;
    }

    /** Describes a buffer in one descriptor, which stays the caller's. */
    public static RawBuffer<Fd> in(Fd fd, int width, int height) {
        return new RawBuffer<>(
                width, height, XRGB8888, 0, List.of(new RawPlane<>(fd, 0, (long) width * BYTES_PER_PIXEL)));
    }

    /** Describes several buffers, each in a descriptor of its own. */
    public static List<RawBuffer<Fd>> in(List<OwnedFd> fds, int width, int height) {
        return fds.stream().map(fd -> in((Fd) fd, width, height)).toList();
    }

    /** Makes memory for several buffers. */
    public static List<OwnedFd> sealed(int width, int height, int count) {
        return IntStream.range(0, count).mapToObj(_ -> sealed(width, height)).toList();
    }
}
