package org.vitrine.gpu.drm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the structs that drivers read and write to the offsets that a C compiler gives them. */
class ArgumentsTest {
    private static final int DRM = 'd';
    private static final int LARGEST_ARGUMENT_BYTES = 64;

    @Test
    void asksForADumbBufferInTheKernelsOrder() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = new DumbSize(1920, 1080, 32).encode(arena);
            assertThat(argument.toArray(JAVA_INT)).containsExactly(1080, 1920, 32, 0, 0, 0, 0, 0);
        }
    }

    @Test
    void readsWhatTheDriverMade() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = new DumbSize(1, 1, 32).encode(arena);
            argument.set(JAVA_INT, 16, 7);
            argument.set(JAVA_INT, 20, -256);
            argument.set(JAVA_LONG, 24, 1L << 33);
            assertThat(DumbSize.Made.decode(argument)).isEqualTo(new DumbSize.Made(7, 0xffff_ff00L, 1L << 33));
        }
    }

    @Test
    void refusesADumbBufferOfNothing() {
        assertThatThrownBy(() -> new DumbSize(0, 1, 32)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FlinkName(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsADriversVersionHoweverLongItsNameIs() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(8);
            name.copyFrom(MemorySegment.ofArray(new byte[] {'v', 'i', 'r', 't', 'i', 'o', '_', 'g'}));
            MemorySegment version = arena.allocate(DrmDriver.BYTES, Long.BYTES);
            version.set(JAVA_INT, 0, 3);
            version.set(JAVA_INT, 4, 57);
            version.set(JAVA_INT, 8, 1);
            version.set(JAVA_LONG, 16, 10);
            assertThat(DrmDriver.decode(version, name)).hasToString("virtio_g 3.57.1");
            version.set(JAVA_LONG, 16, 4);
            assertThat(DrmDriver.decode(version, name).name()).isEqualTo("virt");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRequestIsOneOfDrmAndFits(DrmRequest request) {
        long sizeBytes = request.number() >> 16 & 0x3fff;
        assertThat(request.number() >> 8 & 0xff).isEqualTo(DRM);
        assertThat(sizeBytes).isBetween(4L, (long) LARGEST_ARGUMENT_BYTES);
        assertThat(request.number() >>> 32).isZero();
        assertThat(request.remedy()).isNotBlank();
    }
}
