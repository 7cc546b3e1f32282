package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;

@ExtendWith(LeakCheck.class)
class DrawingTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 37;

    @Test
    void readsBackEveryPixelThatWasDrawn() {
        OnSurfaceless.run(context -> {
            try (GlTexture texture = GlTexture.ofColours(context, WIDTH, HEIGHT);
                    Framebuffer framebuffer = Framebuffer.over(texture)) {
                Colours.draw(framebuffer);
                assertThat(framebuffer.readPixels()).isEqualTo(Colours.expected(WIDTH, HEIGHT));
            }
            assertThat(context.openResources()).isZero();
        });
    }

    @Test
    void copiesEveryPixel() {
        OnSurfaceless.run(context -> {
            try (GlTexture source = GlTexture.ofColours(context, WIDTH, HEIGHT);
                    Framebuffer drawing = Framebuffer.over(source);
                    GlTexture target = GlTexture.ofColours(context, WIDTH, HEIGHT);
                    Framebuffer reading = Framebuffer.over(target);
                    TextureCopy copy = TextureCopy.of(context, GlTexture.Kind.PLAIN)) {
                Colours.draw(drawing);
                copy.draw(source, reading);
                assertThat(reading.readPixels()).isEqualTo(Colours.expected(WIDTH, HEIGHT));
            }
            assertThat(context.openResources()).isZero();
        });
    }

    @Test
    void saysThatATextureIsTooLarge() {
        OnSurfaceless.run(context -> {
            assertThatThrownBy(() -> GlTexture.ofColours(context, 1 << 20, 1))
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                    .hasMessageContaining("glTexImage2D: GL_INVALID_VALUE. Use a smaller picture");
            assertThat(context.openResources()).isZero();
        });
    }

    @Test
    void copiesOnlyTheKindItWasMadeFor() {
        OnSurfaceless.run(context -> {
            try (TextureCopy copy = TextureCopy.of(context, GlTexture.Kind.EXTERNAL);
                    GlTexture texture = GlTexture.ofColours(context, 1, 1);
                    Framebuffer framebuffer = Framebuffer.over(texture)) {
                assertThatThrownBy(() -> copy.draw(texture, framebuffer)).isInstanceOf(IllegalArgumentException.class);
            }
        });
    }

    @Test
    void exportsATextureOrSaysHowToShareItElse() {
        OnSurfaceless.run(context -> {
            try (GlTexture texture = GlTexture.ofColours(context, WIDTH, HEIGHT)) {
                assertThatThrownBy(() -> TextureExport.export(texture))
                        .isInstanceOfSatisfying(
                                VitrineException.class,
                                e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                        .hasMessageContaining("draw into it with an EglRenderTarget");
            }
            assertThat(context.openResources()).isZero();
        });
    }

    @Test
    void saysHowToGoOnWhereADriverImportsNothing() {
        OnSurfaceless.run(context -> {
            try (OwnedFd memory = Memfd.create("picture", 4096)) {
                Buffer<OwnedFd> buffer =
                        new Buffer<>(8, 8, DrmFormat.linear(FourCc.XRGB8888), List.of(new Plane<>(memory, 0, 256)));
                assertThatThrownBy(() -> DmaBufTexture.importFrom(context, buffer))
                        .isInstanceOfSatisfying(
                                VitrineException.class,
                                e -> assertThat(e.name()).isIn(ErrorName.NOT_SUPPORTED, ErrorName.INVALID_DESCRIPTOR));
            }
            if (!context.display().has("EGL_EXT_image_dma_buf_import_modifiers")) {
                assertThatThrownBy(() -> DmaBufFormats.of(context.display())).hasMessageContaining("Offer LINEAR");
            }
            assertThat(context.openResources()).isZero();
        });
    }

    @Test
    void waitsForTheDrawingWhereTheDriverMakesNoFences() {
        OnSurfaceless.run(context -> {
            EglFences fences = new EglFences(context);
            fences.afterDrawing()
                    .ifPresentOrElse(
                            fence -> {
                                fence.close();
                                assertThat(fences.areNative()).isTrue();
                            },
                            () -> assertThat(fences.areNative()).isFalse());
        });
    }
}
