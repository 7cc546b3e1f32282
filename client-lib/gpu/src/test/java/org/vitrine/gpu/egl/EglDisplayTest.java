package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

class EglDisplayTest {
    private static final EglPlatform SURFACELESS = new EglPlatform.Surfaceless();

    @Test
    void opensWithoutAnyDevice() {
        try (EglDisplay display = EglDisplay.open(SURFACELESS)) {
            assertThat(display.extensions()).contains("EGL_KHR_surfaceless_context");
            assertThat(display.description()).contains("EGL 1.");
        }
    }

    @Test
    void staysUsableWhenSomebodyElseClosesTheSameOne() {
        try (EglDisplay display = EglDisplay.open(SURFACELESS)) {
            EglDisplay.open(SURFACELESS).close();
            try (EglContext context = EglContext.create(display)) {
                assertThat(context.description()).contains("OpenGL ES");
            }
        }
    }

    @Test
    void isUsedNoMoreOnceClosed() {
        EglDisplay display = EglDisplay.open(SURFACELESS);
        display.close();
        assertThatThrownBy(display::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(display::description).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EglContext.create(display)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysThatThereIsNoSuchDevice() {
        assertThatThrownBy(() -> EglDisplay.open(new EglPlatform.Device(1000)))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_FOUND))
                .hasMessageContaining("EglDevice.all");
        assertThatThrownBy(() -> EglDisplay.open(new EglPlatform.DeviceNode("/dev/dri/none")))
                .hasMessageContaining("no such device");
    }

    @Test
    void listsTheProcessorAmongItsDevices() {
        assertThat(EglDevice.all()).anySatisfy(device -> {
            assertThat(device.software()).isTrue();
            assertThat(device.hasNode("/dev/dri/card0")).isFalse();
        });
    }

    @Test
    void saysWhatADriverLacks() {
        try (EglDisplay display = EglDisplay.open(SURFACELESS)) {
            assertThatThrownBy(() -> display.require("EGL_VITRINE_nothing", "Do without"))
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                    .hasMessageContaining("EGL_VITRINE_nothing. Do without");
        }
    }
}
