package org.vitrine.checks.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;
import org.vitrine.client.Access;
import org.vitrine.client.AccessOptions;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.ImageId;
import org.vitrine.client.LinearDmaBuf;
import org.vitrine.client.LinearLayout;
import org.vitrine.client.OpenedImage;
import org.vitrine.client.PixelMapping;
import org.vitrine.client.Vitrine;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;

/** What a consumer makes of dma-bufs that a stranger shares: typed errors where the processor can't see them. */
@NeedsTestVm
@ExtendWith(LeakCheck.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangeDmaBufsVmIT {
    private static final long SIZE_BYTES = 64 * 48 * 4; // as shown_dmabuf.py makes them
    private static final AccessOptions DRAW = new AccessOptions(Access.WRITE, "", List.of());

    private final Stage stage = Stage.withBroker("-XX:TieredStopAtLevel=1");
    private final Vitrine vitrine =
            Vitrine.connect(ConnectOptions.ofBus(stage.bus().address()));

    @AfterAll
    void end() {
        vitrine.close();
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0x0100000000000002L, 0x0200000000000901L, 0xfeffffffffffffffL}) // Intel, AMD, nobody
    void aTiledPictureArrivesWithItsModifierAndIsNotMapped(long modifier) {
        try (Program producer = show("drm", "--modifier", Long.toUnsignedString(modifier));
                OpenedImage image = open(producer, AccessOptions.READ)) {
            assertThat(image.buffer().format().modifier().bits()).isEqualTo(modifier);
            assertRefused(image::map, "LINEAR");
            assertRefused(() -> PixelMapping.of(image.buffer()), "LINEAR");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "virtio_gpu", "drm"})
    void aDmaBufThatItsExporterLetsNobodyWriteIsMappedToBeLookedAtAlone(String exporter) {
        try (Program producer = show(exporter, "--read-only");
                OpenedImage image = open(producer, DRAW)) {
            image.map().close();
            PixelMapping.of(image.buffer()).close();
            assertRefused(image::mapForDrawing, "EACCES");
            BufferSpec spec = BufferSpec.of(64, 48, image.buffer().format());
            try (LinearDmaBuf taken = LinearDmaBuf.take(
                    image.buffer().planes().getFirst().fd().dup(),
                    LinearLayout.of(spec, LinearLayout.ROW_ALIGNMENT_BYTES))) {
                assertRefused(taken::beginDrawing, "EACCES");
            }
        }
    }

    /** A GPU writes into a dma-buf whatever its descriptor is open for: see false_dmabufs.py. */
    @ParameterizedTest
    @ValueSource(strings = {"system", "virtio_gpu", "drm"})
    void noDmaBufIsSaidToBeReadOnly(String exporter) {
        try (Program producer = show(exporter, "--read-only");
                OpenedImage image = open(producer, AccessOptions.READ)) {
            assertThat(image.readOnlyEnforced()).isFalse();
        }
    }

    @Test
    void aNameLikeTheKernelsOwnLinesChangesNeitherSizeNorExporter() {
        try (Program producer = show("udmabuf", "--name", "\nsize:\t1048576\nexp_name:\tx\n");
                OpenedImage image = open(producer, AccessOptions.READ)) {
            assertThat(image.storage(0)).isInstanceOfSatisfying(DmaBufFd.class, storage -> {
                assertThat(storage.sizeBytes()).isEqualTo(SIZE_BYTES);
                assertThat(storage.exporterName()).isEqualTo("udmabuf");
            });
        }
    }

    private Program show(String... arguments) {
        return stage.startAttacker("shown_dmabuf.py", arguments);
    }

    private OpenedImage open(Program producer, AccessOptions options) {
        return vitrine.open(ImageId.of(new ObjectPath(producer.readLine())), options);
    }

    private static void assertRefused(ThrowingCallable call, String hint) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .hasMessageContaining(hint);
    }
}
