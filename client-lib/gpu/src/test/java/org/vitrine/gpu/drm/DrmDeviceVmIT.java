package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class DrmDeviceVmIT {
    @Test
    void tellsDriverAndAbilitiesOfEachNode() {
        try (DrmDevice virtio = TestDevices.primary(TestDevices.VIRTIO_GPU);
                DrmDevice vgem = TestDevices.primary(TestDevices.VGEM)) {
            assertThat(virtio.capabilities()).isEqualTo(new DrmCapabilities(true, true, true, true, true));
            assertThat(vgem.capabilities().primeImport()).isTrue();
            assertThat(vgem.capabilities().primeExport()).isTrue();
            assertThat(vgem.capabilities().dumbBuffers())
                    .as("has no screens, so it is not even asked")
                    .isFalse();
            DumbBuffer.create(vgem, new DumbSize(64, 64, 32)).close();
            assertThat(virtio.driver().major() + virtio.driver().minor()).isPositive();
        }
    }

    @Test
    void tellsThatBothNodesAreOfOneDevice() {
        List<DrmNode> nodes = DrmNodes.find();
        DrmNode render = nodes.getFirst();
        assertThat(render.type()).isEqualTo(DrmNode.Type.RENDER);
        assertThat(render.device()).isPresent();
        assertThat(nodes)
                .filteredOn(node -> node.type() == DrmNode.Type.PRIMARY)
                .extracting(DrmNode::device)
                .contains(render.device());
    }

    @Test
    void refusesDumbBuffersOnARenderNode() {
        try (DrmDevice device = TestDevices.open(TestDevices.VIRTIO_GPU, DrmNode.Type.RENDER)) {
            assertThatExceptionOfType(VitrineException.class)
                    .isThrownBy(() -> DumbBuffer.create(device, new DumbSize(64, 64, 32)))
                    .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_ALLOWED))
                    .withMessageContaining("primary node");
        }
    }

    @Test
    void isSpentOnceClosed() {
        DrmDevice device = TestDevices.primary(TestDevices.VGEM);
        DumbBuffer buffer = DumbBuffer.create(device, new DumbSize(64, 64, 32));
        device.close();
        assertThatThrownBy(device::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(buffer::exportPrime).isInstanceOf(IllegalStateException.class);
        buffer.close();
        assertThatThrownBy(buffer::close).isInstanceOf(IllegalStateException.class);
    }
}
