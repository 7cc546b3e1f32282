package org.vitrine.gpu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.BufferAllocator;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.MemfdAllocator;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class AllocatorTest {
    private static final BufferSpec SPEC = BufferSpec.of(64, 64, DrmFormat.linear(FourCc.XRGB8888));
    private static final BufferAllocator REFUSES = _ -> {
        throw new VitrineException(ErrorName.NOT_SUPPORTED, "no such format here");
    };

    @Test
    void memfdIsBestForTheProcessorAlone() {
        assertThat(madeBy(all(), BufferUse.CPU)).isEqualTo("memfd");
    }

    @Test
    void ordinaryPagesAreBestForProcessorAndGpuTogether() {
        assertThat(madeBy(all(), BufferUse.CPU, BufferUse.GPU)).isEqualTo("udmabuf");
    }

    @Test
    void theDriversOwnAreBestForTheGpuAlone() {
        assertThat(madeBy(all(), BufferUse.GPU)).isEqualTo("gbm:renderD128");
    }

    @Test
    void memfdIsTheLastResortForProcessorAndGpu() {
        assertThat(madeBy(List.of(exporter(BufferSystem.MEMFD)), BufferUse.CPU, BufferUse.GPU))
                .isEqualTo("memfd");
    }

    @Test
    void nothingIsShownOnADisplayFromMemoryThatNoDriverMade() {
        List<Exporter> exporters = List.of(exporter(BufferSystem.MEMFD), exporter(BufferSystem.UDMABUF));

        assertThatThrownBy(() -> new Allocator(exporters).allocate(BufferWish.of(SPEC, BufferUse.SCANOUT)))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .hasMessageContaining("vitrinectl devices");
    }

    @Test
    void theWishedDeviceComesFirstAndOthersAreLeftOut() {
        List<Exporter> exporters = List.of(
                exporter(BufferSystem.UDMABUF),
                exporter(BufferSystem.GBM, "/dev/dri/renderD128", new MemfdAllocator()),
                exporter(BufferSystem.GBM, "/dev/dri/renderD129", new MemfdAllocator()));
        BufferWish wish = BufferWish.of(SPEC, BufferUse.CPU, BufferUse.GPU).on("/dev/dri/renderD129");

        try (Allocation made = new Allocator(exporters).allocate(wish)) {
            assertThat(made.exporter().name()).isEqualTo("gbm:renderD129");
        }
    }

    @Test
    void whoRefusesIsPassedOverAndNamed() {
        List<Exporter> exporters =
                List.of(exporter(BufferSystem.GBM, "/dev/dri/renderD128", REFUSES), exporter(BufferSystem.UDMABUF));

        try (Allocation made = new Allocator(exporters).allocate(BufferWish.of(SPEC, BufferUse.GPU))) {
            assertThat(made.reasons())
                    .containsExactly(
                            "gbm:renderD128 could not: no such format here",
                            "udmabuf made it: the best for gpu that could.");
        }
    }

    @Test
    void saysWhatEachSaidIfNobodyCan() {
        List<Exporter> exporters = List.of(exporter(BufferSystem.GBM, "/dev/dri/renderD128", REFUSES));

        assertThatThrownBy(() -> new Allocator(exporters).allocate(BufferWish.of(SPEC, BufferUse.GPU)))
                .hasMessageContaining("XRGB8888")
                .hasMessageContaining("gbm:renderD128 could not: no such format here");
    }

    private static String madeBy(List<Exporter> exporters, BufferUse... uses) {
        try (Allocation made = new Allocator(exporters).allocate(BufferWish.of(SPEC, uses))) {
            return made.exporter().name();
        }
    }

    private static List<Exporter> all() {
        List<Exporter> all = new ArrayList<>();
        for (BufferSystem system : BufferSystem.values()) {
            all.add(
                    system == BufferSystem.GBM
                            ? exporter(system, "/dev/dri/renderD128", new MemfdAllocator())
                            : exporter(system));
        }
        return all;
    }

    private static Exporter exporter(BufferSystem system) {
        return new Exporter(system, Optional.empty(), "fake", List.of(), new MemfdAllocator());
    }

    private static Exporter exporter(BufferSystem system, String device, BufferAllocator allocator) {
        return new Exporter(system, Optional.of(device), "fake", List.of(), allocator);
    }
}
