package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.BufferSpec;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SyncFile;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class VulkanFencesVmIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void saysWhenTheWorkIsDoneAndWaitsForOthers() {
        try (OpenedDevice opened = OpenedDevice.best();
                VulkanBuffer buffer = new VulkanAllocator(opened.device())
                        .allocate(BufferSpec.of(16, 16, DrmFormat.linear(FourCc.XRGB8888)))) {
            VulkanFences fences = opened.device().fences();
            assertThat(fences.areNative()).isTrue();
            for (int i = 0; i < 10; i++) {
                buffer.image().clear(1, 1, 1, 1);
                Optional<OwnedFd> fence = fences.afterWork();
                if (fence.isPresent()) {
                    assertThat(SyncFile.awaitSignalled(fence.get(), PATIENCE)).isTrue();
                    fences.await(fence.get(), PATIENCE);
                    fence.get().close();
                }
                assertThat(TestPictures.bytes(buffer.image().read())).containsOnly(0xff);
            }
        }
    }

    @Test
    void takesNothingThatIsNoFence() {
        try (OpenedDevice opened = OpenedDevice.best();
                OwnedFd memory = TestUdmabuf.create(4096)) {
            assertThatThrownBy(() -> opened.device().fences().await(memory, PATIENCE))
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.INVALID_DESCRIPTOR));
        }
    }
}
