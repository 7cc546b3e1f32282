package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class FlinkNameVmIT {
    private static final DumbSize SIZE = new DumbSize(128, 128, 32);

    @Test
    void becomesAPrimeDescriptorOfTheSameBuffer() {
        try (DrmDevice server = TestDevices.primary(TestDevices.VIRTIO_GPU);
                DrmDevice client = TestDevices.primary(TestDevices.VIRTIO_GPU);
                DumbBuffer buffer = DumbBuffer.create(server, SIZE);
                OwnedFd exported = buffer.exportPrime();
                GemHandle opened =
                        TestRequests.giveLegacyName(server, buffer.handle()).open(client);
                OwnedFd dmaBuf = opened.exportPrime();
                GemHandle imported = client.importPrime(exported)) {
            assertThat(TestDevices.inode(dmaBuf)).isEqualTo(TestDevices.inode(exported));
            assertThat(imported).isSameAs(opened);
        }
    }

    @Test
    void givesTheHandleThatTheDeviceHasAlready() {
        try (DrmDevice device = TestDevices.primary(TestDevices.VIRTIO_GPU);
                DumbBuffer buffer = DumbBuffer.create(device, SIZE);
                OwnedFd exported = buffer.exportPrime()) {
            FlinkName name = TestRequests.giveLegacyName(device, buffer.handle());
            for (int i = 0; i < 3; i++) {
                try (GemHandle opened = name.open(device);
                        GemHandle imported = device.importPrime(exported)) {
                    assertThat(opened).isSameAs(buffer.handle());
                    assertThat(imported).isSameAs(buffer.handle());
                }
            }
            buffer.exportPrime().close();
        }
    }

    @Test
    void isNotFoundOnceTheBufferIsGone() {
        try (DrmDevice device = TestDevices.primary(TestDevices.VIRTIO_GPU)) {
            FlinkName name;
            try (DumbBuffer buffer = DumbBuffer.create(device, SIZE)) {
                name = TestRequests.giveLegacyName(device, buffer.handle());
            }
            assertThatExceptionOfType(VitrineException.class)
                    .isThrownBy(() -> name.open(device))
                    .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_FOUND));
        }
    }
}
