package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class EglContextTest {
    @Test
    void belongsToTheThreadThatMadeIt() {
        OnSurfaceless.run(context -> {
            GlTexture texture = GlTexture.ofColours(context, 1, 1);
            assertThat(thrownElsewhere(context::description)).isInstanceOf(WrongThreadException.class);
            assertThat(thrownElsewhere(context::close)).isInstanceOf(WrongThreadException.class);
            assertThat(thrownElsewhere(texture::bind)).isInstanceOf(WrongThreadException.class);
            assertThat(thrownElsewhere(texture::close)).isInstanceOf(WrongThreadException.class);
            assertThat(texture.name()).isPositive();
        });
    }

    private static Throwable thrownElsewhere(Runnable call) {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                call.run();
                thrown.complete(new AssertionError("nothing was thrown"));
            } catch (RuntimeException e) {
                thrown.complete(e);
            }
        });
        return thrown.join();
    }

    @Test
    void keepsItsDisplayOpen() {
        OnSurfaceless.run(context -> {
            assertThatThrownBy(context.display()::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("contexts first");
            assertThat(context.display().description()).contains("EGL");
        });
    }

    @Test
    void isTheOnlyOneOfItsThread() {
        OnSurfaceless.run(context -> assertThatThrownBy(() -> EglContext.create(context.display()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has an EGL context already"));
    }

    @Test
    void closesWhatWasLeftOpenInIt() {
        try (EglDisplay display = EglDisplay.open(new EglPlatform.Surfaceless())) {
            EglContext context = EglContext.create(display);
            GlTexture texture = GlTexture.ofColours(context, 2, 2);
            Framebuffer framebuffer = Framebuffer.over(texture);
            assertThat(context.openResources()).isEqualTo(2);
            context.close();
            assertThat(framebuffer.isOpen()).isFalse();
            assertThat(texture.isOpen()).isFalse();
            assertThatThrownBy(context::close).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(texture::name).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void lendsItsThreadToTheNextOnce() {
        for (int i = 0; i < 20; i++) {
            OnSurfaceless.run(context -> assertThat(context.openResources()).isZero());
        }
    }
}
