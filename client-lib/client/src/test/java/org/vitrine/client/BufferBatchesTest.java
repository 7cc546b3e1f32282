package org.vitrine.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.api.image.RawPlane;

class BufferBatchesTest {
    @Test
    void sixteenBuffersOfOneDescriptorFitIntoOneMessage() {
        List<RawBuffer<Integer>> buffers =
                IntStream.range(0, 16).mapToObj(fd -> buffer(fd, fd, fd)).toList();

        assertThat(BufferBatches.of(buffers)).containsExactly(buffers);
    }

    @Test
    void buffersOfThreeDescriptorsGoFiveAtATime() {
        List<RawBuffer<Integer>> buffers = IntStream.range(0, 16)
                .mapToObj(i -> buffer(3 * i, 3 * i + 1, 3 * i + 2))
                .toList();

        List<List<RawBuffer<Integer>>> batches = BufferBatches.of(buffers);

        assertThat(batches).extracting(List::size).containsExactly(5, 5, 5, 1);
        List<RawBuffer<Integer>> together = new ArrayList<>();
        batches.forEach(together::addAll);
        assertThat(together).isEqualTo(buffers);
    }

    private static RawBuffer<Integer> buffer(Integer... fds) {
        List<RawPlane<Integer>> planes =
                Stream.of(fds).map(fd -> new RawPlane<>(fd, 0L, 64L)).toList();
        return new RawBuffer<>(16, 16, FourCc.ofName("YUV444").unsignedCode(), 0, planes);
    }
}
