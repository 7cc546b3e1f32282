package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;

/** Samples YUV pictures, and compares the colours with those that the formulas of the ITU give. */
@NeedsTestVm
@ExtendWith(LeakCheck.class)
class YuvVmIT {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int TOLERANCE = 3;

    private static final YuvHints VIDEO = new YuvHints(YuvHints.ColourSpace.REC709, YuvHints.Range.FULL);

    @ParameterizedTest
    @ValueSource(strings = {"NV12", "YUV420", "P010"})
    void samplesTheColoursThatTheHintsMeanOrSaysThatItCanNot(String format) {
        try (Gpu gpu = Gpu.open(Gpu.VGEM);
                YuvPicture picture = YuvPicture.of(gpu, FourCc.ofName(format), WIDTH, HEIGHT, 81, 90, 240)) {
            try {
                assertSampled(gpu.context(), picture, YuvHints.DEFAULT, 254, 0, 0);
                assertSampled(gpu.context(), picture, VIDEO, 255, 36, 10);
                System.out.println("sampled " + format);
            } catch (EglException refused) {
                assertThat(refused.name()).isEqualTo(ErrorName.NOT_SUPPORTED);
                assertThat(refused.eglError()).isIn(EglError.EGL_BAD_MATCH, EglError.EGL_BAD_ALLOC);
                System.out.println("not sampled: " + format + " " + refused);
            }
            assertThat(gpu.context().openResources()).isZero();
        }
    }

    private static void assertSampled(
            EglContext context, YuvPicture picture, YuvHints hints, int red, int green, int blue) {
        try (DmaBufTexture imported = DmaBufTexture.importFrom(context, picture.buffer(), Optional.of(hints))) {
            assertThat(imported.texture().kind()).isEqualTo(GlTexture.Kind.EXTERNAL);
            assertThatThrownBy(() -> Framebuffer.over(imported.texture())).hasMessageContaining("only be sampled");
            assertEveryPixelIs(sampled(context, imported.texture()), red, green, blue);
        }
    }

    @Test
    void samplesTheBrightnessAloneAsAPictureOfOneColour() {
        try (Gpu gpu = Gpu.open(Gpu.VGEM);
                YuvPicture picture = YuvPicture.of(gpu, FourCc.ofName("NV12"), WIDTH, HEIGHT, 81, 90, 240)) {
            Buffer<BorrowedFd> brightness = new Buffer<>(
                    WIDTH,
                    HEIGHT,
                    DrmFormat.linear(FourCc.ofName("R8")),
                    picture.buffer().planes().subList(0, 1));
            try (DmaBufTexture imported = DmaBufTexture.importFrom(gpu.context(), brightness)) {
                assertEveryPixelIs(sampled(gpu.context(), imported.texture()), 81, 0, 0);
            }
        }
    }

    private static byte[] sampled(EglContext context, GlTexture source) {
        try (GlTexture plain = GlTexture.ofColours(context, WIDTH, HEIGHT);
                Framebuffer reading = Framebuffer.over(plain);
                TextureCopy copy = TextureCopy.of(context, source.kind())) {
            copy.draw(source, reading);
            return reading.readPixels();
        }
    }

    private static void assertEveryPixelIs(byte[] pixels, int red, int green, int blue) {
        int[] wanted = {red, green, blue, 255};
        for (int i = 0; i < pixels.length; i++) {
            assertThat(Math.abs((pixels[i] & 0xff) - wanted[i % 4]))
                    .as("byte %d: %d", i, pixels[i] & 0xff)
                    .isLessThanOrEqualTo(TOLERANCE);
        }
    }
}
