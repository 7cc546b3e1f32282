package org.vitrine.checks.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.ImageId;
import org.vitrine.client.OpenedImage;
import org.vitrine.client.PixelMapping;
import org.vitrine.client.SharedImage;
import org.vitrine.client.Vitrine;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.gpu.device.Devices;
import org.vitrine.gpu.egl.DmaBufTexture;
import org.vitrine.gpu.egl.Framebuffer;
import org.vitrine.gpucheck.Gl;
import org.vitrine.gpucheck.Pattern;
import org.vitrine.gpucheck.PatternImage;

/** Buffers live as PRIME says: as long as somebody holds them, whoever made them, and no longer. */
@NeedsTestVm
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifetimeVmIT {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration NEVER_PATIENCE = Duration.ofSeconds(1);

    private final Stage stage = Stage.withBroker("-XX:TieredStopAtLevel=1");
    private final Vitrine vitrine =
            Vitrine.connect(ConnectOptions.ofBus(stage.bus().address()));

    @AfterAll
    void end() {
        vitrine.close();
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"udmabuf", "dma-heap:system", "drm:card0", "gbm:card0"})
    void aConsumerKeepsWhatItHoldsWhenItsProducerIsKilled(String exporter) {
        try (Program producer = JavaProgram.start(stage, StayingProducer.class, exporter)) {
            ImageId id = new ImageId(Long.parseLong(producer.readLine()));
            OpenedImage opened = vitrine.open(id);
            long inode = inode(opened);
            try (Gl gl = Gl.on(Optional.empty())) {
                PixelMapping mapping = opened.map();
                DmaBufTexture imported = DmaBufTexture.importFrom(gl.context(), opened.buffer());

                producer.process().destroyForcibly(); // SIGKILL
                assertBrokerHoldsNothing(exporter + ", producer killed");

                assertGone(id);
                assertThat(Pattern.wrongPixels(mapping.pixels())).isZero();
                assertThat(wrongPixels(imported)).isZero();
                try (DmaBufTexture importedLate = DmaBufTexture.importFrom(gl.context(), opened.buffer())) {
                    assertThat(wrongPixels(importedLate)).isZero();
                }
                opened.close();
                mapping.close();
                assertKept(inode);
                assertThat(wrongPixels(imported)).isZero();
                imported.close();
            } // Mesa forgets what it drew last when it draws something else, or its context ends
            assertFreed(exporter, inode);
        }
    }

    private void assertGone(ImageId id) {
        assertThatThrownBy(() -> vitrine.open(id))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udmabuf", "drm:card0"})
    void theBrokerHoldsNothingOfAWithdrawnImageAndItsConsumerHoldsAll(String exporter) {
        try (Devices devices = StayingProducer.devicesFor(exporter)) {
            SharedImage image = PatternImage.share(vitrine, StayingProducer.named(devices, exporter));
            OpenedImage opened = vitrine.open(image.id());
            long inode = inode(opened);
            assertThat(brokerHoldsDmaBufs()).isTrue();

            image.close();
            assertBrokerHoldsNothing(exporter + ", withdrawn");

            try (PixelMapping mapping = opened.map()) {
                assertThat(Pattern.wrongPixels(mapping.pixels())).isZero();
            }
            assertKept(inode);
            opened.close();
            assertFreed(exporter, inode);
        }
    }

    private void assertBrokerHoldsNothing(String after) {
        assertWithinPatience(after + ": the broker holds nothing", () -> !brokerHoldsDmaBufs());
    }

    private static void assertKept(long inode) {
        assertThat(Eventually.holds(NEVER_PATIENCE, () -> !KernelDmaBufs.has(inode)))
                .as("freed too early")
                .isFalse();
    }

    private static void assertFreed(String exporter, long inode) {
        assertWithinPatience(exporter + ", last close: freed", () -> !KernelDmaBufs.has(inode));
    }

    private boolean brokerHoldsDmaBufs() {
        return stage.broker().descriptors().values().stream().anyMatch(target -> target.startsWith("/dmabuf:"));
    }

    private static void assertWithinPatience(String what, BooleanSupplier holds) {
        long startNs = System.nanoTime();
        assertThat(Eventually.holds(PATIENCE, holds)).as(what).isTrue();
        System.out.printf("%s after %d ms%n", what, (System.nanoTime() - startNs) / 1_000_000);
    }

    private static long inode(OpenedImage image) {
        return ((DmaBufFd) image.storage(0)).inode();
    }

    private static int wrongPixels(DmaBufTexture imported) {
        try (Framebuffer framebuffer = Framebuffer.over(imported.texture())) {
            return Pattern.wrongPixels(framebuffer.readPixels());
        }
    }
}
