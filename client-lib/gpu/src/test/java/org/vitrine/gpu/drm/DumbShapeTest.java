package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.Plane;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.LinearLayout;

class DumbShapeTest {
    @Test
    void asksForThePixelsOfAFormatWithOnePlane() {
        assertThat(shape("XRGB8888", 641, 479).sizes()).containsExactly(new DumbSize(641, 479, 32));
        assertThat(shape("RGB565", 641, 479).sizes())
                .containsExactly(new DumbSize(641, 479, 16), new DumbSize(321, 479, 32));
    }

    @Test
    void stacksThePlanesOfVideoInBytes() {
        DumbShape nv12 = shape("NV12", 640, 480);
        assertThat(nv12.sizes()).containsExactly(new DumbSize(640, 720, 8), new DumbSize(160, 720, 32));
        LinearLayout layout = nv12.place(768, 768 * 720);
        assertThat(layout.planes())
                .containsExactly(new Plane<>(768L * 480, 0, 768), new Plane<>(768L * 720, 768L * 480, 768));
        assertThat(layout.sizeBytes()).isEqualTo(768L * 720);
    }

    @Test
    void refusesWhatADriverMadeTooSmall() {
        DumbShape shape = shape("XRGB8888", 64, 64);
        assertThatExceptionOfType(VitrineException.class).isThrownBy(() -> shape.place(255, 64 * 256));
        assertThatExceptionOfType(VitrineException.class).isThrownBy(() -> shape.place(256, 64 * 256 - 1));
    }

    @Test
    void refusesWhatIsNotLinear() {
        DrmFormat tiled = new DrmFormat(FourCc.XRGB8888, new Modifier(0x0100_0000_0000_0001L));
        assertThatExceptionOfType(VitrineException.class).isThrownBy(() -> DumbShape.of(BufferSpec.of(64, 64, tiled)));
    }

    @Property(tries = 500)
    void everyPlaneLiesInTheBufferAndNoneInAnother(
            @ForAll @IntRange(min = 1, max = 4097) int width,
            @ForAll @IntRange(min = 1, max = 4097) int height,
            @ForAll @IntRange(max = 4) int which) {
        String format = new String[] {"XRGB8888", "NV12", "YUV420", "YUV444", "P010"}[which];
        DumbShape shape = shape(format, width, height);
        for (DumbSize size : shape.sizes()) {
            long pitch = Math.ceilDiv((long) size.widthPixels() * size.bitsPerPixel(), 8L);
            LinearLayout layout = shape.place(pitch, pitch * size.heightPixels());
            long end = 0;
            for (int i = 0; i < layout.planes().size(); i++) {
                Plane<Long> plane = layout.planes().get(i);
                assertThat(plane.offsetBytes()).isEqualTo(end);
                end = plane.fd();
                assertThat(plane.offsetBytes() + shape.layout().plane(i).extentBytes(width, height, pitch))
                        .isLessThanOrEqualTo(end);
            }
        }
    }

    private static DumbShape shape(String format, int width, int height) {
        return DumbShape.of(BufferSpec.of(width, height, DrmFormat.linear(FourCc.ofName(format))));
    }
}
