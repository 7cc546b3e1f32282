package org.vitrine.gpu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.BufferSpec;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class VulkanSourceVmIT {
    @Test
    void makesAndReadsDmaBufsWithVulkan() {
        BufferSpec spec = BufferSpec.of(32, 16, DrmFormat.linear(FourCc.XRGB8888));
        try (Devices devices = Devices.find(Set.of(BufferSystem.VULKAN));
                Allocation made = new Allocator(devices.exporters()).allocate(BufferWish.of(spec, BufferUse.GPU))) {
            assertThat(devices.missing()).isEmpty();
            assertThat(made.exporter().name()).isEqualTo("vulkan");
            assertThat(made.exporter().formats()).contains(spec.format());
            assertThat(made.buffer().storage()).isInstanceOf(DmaBufFd.class);
            Importer importer = devices.importers().getFirst();
            assertThat(importer.formats()).contains(spec.format());
            assertThat(importer.reader().read(made.buffer().buffer()).heightPixels())
                    .isEqualTo(16);
        }
    }
}
