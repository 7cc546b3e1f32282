package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;

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
