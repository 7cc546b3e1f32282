package org.vitrine.broker.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Plane;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.broker.intake.AcceptedBuffers;
import org.vitrine.broker.registry.Generation;
import org.vitrine.fd.Fd;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;

class BufferPageTest {
    private static final int MAX_DESCRIPTORS = 16;

    /** Each buffer has that many planes; a plane takes the buffer's first descriptor or one of its own. */
    @Property(tries = 50)
    void handsEveryBufferOverOnceAndWhole(
            @ForAll @Size(min = 1, max = 16) List<@IntRange(min = 0, max = 15) Integer> ownDescriptors,
            @ForAll @IntRange(min = 1, max = 4) int planes) {
        List<OwnedFd> descriptors = new ArrayList<>();
        try {
            List<Buffer<OwnedFd>> buffers = ownDescriptors.stream()
                    .map(bits -> buffer(descriptors, bits, planes))
                    .toList();
            Generation generation = Generation.ofAccepted(1, new AcceptedBuffers(buffers, descriptors, true));
            List<RawBuffer<Fd>> received = new ArrayList<>();
            BufferPage page;
            do {
                page = BufferPage.of(generation, received.size(), MAX_DESCRIPTORS);
                assertThat(distinct(page)).isBetween(1, MAX_DESCRIPTORS);
                received.addAll(page.buffers());
            } while (!page.finished());
            assertThat(received).hasSameSizeAs(buffers);
            assertThat(new HashSet<>(received)).hasSameSizeAs(new HashSet<>(all(generation)));
        } finally {
            descriptors.forEach(OwnedFd::close);
        }
    }

    @Property(tries = 20)
    void isEmptyBeyondTheLastBuffer(@ForAll @IntRange(min = 1) int first) {
        List<OwnedFd> descriptors = new ArrayList<>();
        Buffer<OwnedFd> only = buffer(descriptors, 0, 1);
        Generation generation = Generation.ofAccepted(1, new AcceptedBuffers(List.of(only), descriptors, true));
        assertThat(BufferPage.of(generation, first, MAX_DESCRIPTORS)).isEqualTo(new BufferPage(List.of(), true));
        descriptors.forEach(OwnedFd::close);
    }

    private static List<RawBuffer<Fd>> all(Generation generation) {
        return IntStream.range(0, generation.size())
                .mapToObj(generation::buffer)
                .toList();
    }

    private static int distinct(BufferPage page) {
        Set<Fd> fds = Collections.newSetFromMap(new IdentityHashMap<>());
        page.buffers().forEach(buffer -> buffer.planes().forEach(plane -> fds.add(plane.fd())));
        return fds.size();
    }

    private static Buffer<OwnedFd> buffer(List<OwnedFd> descriptors, int ownBits, int planes) {
        OwnedFd shared = Memfd.create("vitrine-test", 64);
        descriptors.add(shared);
        List<Plane<OwnedFd>> list = new ArrayList<>();
        for (int i = 0; i < planes; i++) {
            OwnedFd fd = shared;
            if (i > 0 && (ownBits >> i & 1) == 1) {
                fd = Memfd.create("vitrine-test", 64);
                descriptors.add(fd);
            }
            list.add(new Plane<>(fd, i, 16));
        }
        return new Buffer<>(4, 4, DrmFormat.linear(FourCc.of("XR24")), list);
    }
}
