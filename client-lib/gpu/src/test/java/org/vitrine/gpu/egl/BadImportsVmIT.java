package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.Plane;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;

/** Gives EGL what it must not take: what was checked before never reaches it, the rest ends as an error of its own. */
@NeedsTestVm
@ExtendWith(LeakCheck.class)
class BadImportsVmIT {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 64;
    private static final Modifier TILED = Modifier.parse("I915_X_TILED");

    private static Buffer<Fd> buffer(DrmFormat format, Plane<Fd> plane) {
        return new Buffer<>(WIDTH, HEIGHT, format, List.of(plane));
    }

    @Test
    void refusesUnsoundLayoutsBeforeTheDriverSeesThem() {
        try (Gpu gpu = Gpu.open(Gpu.VIRTIO);
                AllocatedBuffer allocated = gpu.allocate(FourCc.XRGB8888, WIDTH, HEIGHT)) {
            Plane<Fd> good = allocated.buffer().planes().getFirst().map(fd -> fd);
            long stride = good.strideBytes();
            for (Modifier modifier : List.of(Modifier.LINEAR, Modifier.INVALID)) {
                DrmFormat format = new DrmFormat(FourCc.XRGB8888, modifier);
                assertRefused(gpu, buffer(format, new Plane<>(good.fd(), 0, stride - 1)), ErrorName.INVALID_LAYOUT);
                assertRefused(gpu, buffer(format, new Plane<>(good.fd(), 1 << 20, stride)), ErrorName.INVALID_LAYOUT);
                assertRefused(gpu, buffer(format, new Plane<>(good.fd(), 0, stride * 64)), ErrorName.INVALID_LAYOUT);
                assertRefused(
                        gpu,
                        new Buffer<>(WIDTH, 32_768, format, List.of(good)),
                        ErrorName.INVALID_LAYOUT,
                        ErrorName.NOT_SUPPORTED);
            }
            assertThat(gpu.context().openResources()).isZero();
        }
    }

    @Test
    void refusesMemoryThatIsNoDmaBuf() {
        try (Gpu gpu = Gpu.open(Gpu.VIRTIO);
                OwnedFd memory = Memfd.create("picture", WIDTH * HEIGHT * 4)) {
            Buffer<Fd> buffer = buffer(DrmFormat.linear(FourCc.XRGB8888), new Plane<>(memory, 0, WIDTH * 4));
            assertRefused(gpu, buffer, ErrorName.INVALID_DESCRIPTOR);
        }
    }

    @Test
    void passesTheDriversRefusalOnWithItsNameAndAHint() {
        try (Gpu gpu = Gpu.open(Gpu.VIRTIO);
                AllocatedBuffer allocated = gpu.allocate(FourCc.XRGB8888, WIDTH, HEIGHT)) {
            Plane<Fd> good = allocated.buffer().planes().getFirst().map(fd -> fd);
            DrmFormat tiled = new DrmFormat(FourCc.XRGB8888, TILED);
            DrmFormat unknown = new DrmFormat(FourCc.of("????"), TILED);
            for (DrmFormat format : List.of(tiled, unknown)) {
                assertThatThrownBy(() -> EglImage.ofDmaBuf(gpu.context(), buffer(format, good), Optional.empty()))
                        .isInstanceOfSatisfying(EglException.class, e -> {
                            assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED);
                            assertThat(e.eglError()).isEqualTo(EglError.EGL_BAD_MATCH);
                        })
                        .hasMessageContaining("eglCreateImageKHR: EGL_BAD_MATCH")
                        .hasMessageContaining("DmaBufFormats");
            }
            assertThat(gpu.context().openResources()).isZero();
        }
    }

    private static void assertRefused(Gpu gpu, Buffer<Fd> buffer, ErrorName... names) {
        assertThatThrownBy(() -> DmaBufTexture.importFrom(gpu.context(), buffer))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isIn((Object[]) names));
    }

    @Test
    void leavesNothingBehindHoweverOftenItIsTried() {
        try (Gpu gpu = Gpu.open(Gpu.VIRTIO);
                AllocatedBuffer allocated = gpu.allocate(FourCc.ABGR8888, WIDTH, HEIGHT)) {
            for (int i = 0; i < 100; i++) {
                EglRenderTarget.over(gpu.context(), allocated.buffer()).close();
            }
            assertThat(gpu.context().openResources()).isZero();
        }
    }
}
