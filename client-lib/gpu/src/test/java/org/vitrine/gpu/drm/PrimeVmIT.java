package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.DmaHeap;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class PrimeVmIT {
    private static final DumbSize SIZE = new DumbSize(128, 128, 32);

    @ParameterizedTest
    @ValueSource(strings = {TestDevices.VIRTIO_GPU, TestDevices.VGEM})
    void givesBackItsOwnHandleForItsOwnBuffer(String driver) {
        try (DrmDevice device = TestDevices.primary(driver);
                DumbBuffer buffer = DumbBuffer.create(device, SIZE);
                OwnedFd exported = buffer.exportPrime();
                GemHandle imported = device.importPrime(exported)) {
            assertThat(imported).isSameAs(buffer.handle());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDevices.VIRTIO_GPU, TestDevices.VGEM})
    void knowsABufferAgainByWhateverDescriptorItComes(String driver) {
        try (DrmDevice maker = TestDevices.primary(driver);
                DrmDevice other = TestDevices.primary(driver);
                DumbBuffer buffer = DumbBuffer.create(maker, SIZE);
                OwnedFd exported = buffer.exportPrime();
                OwnedFd duplicate = exported.dup();
                OwnedFd exportedAgain = buffer.exportPrime();
                GemHandle first = other.importPrime(exported);
                OwnedFd exportedByTheOther = first.exportPrime()) {
            for (OwnedFd fd : new OwnedFd[] {duplicate, exportedAgain, exportedByTheOther}) {
                assertThat(TestDevices.inode(fd)).isEqualTo(TestDevices.inode(exported));
                try (GemHandle again = other.importPrime(fd)) {
                    assertThat(again).isSameAs(first);
                }
            }
            assertThat(first.isOpen()).isTrue();
        }
    }

    @Test
    void keepsItsOwnHandleAliveWhenAnImportOfItIsClosed() {
        try (DrmDevice device = TestDevices.primary(TestDevices.VGEM);
                DumbBuffer buffer = DumbBuffer.create(device, SIZE)) {
            try (OwnedFd exported = buffer.exportPrime()) {
                device.importPrime(exported).close();
            }
            buffer.exportPrime().close();
            assertThat(buffer.handle().isOpen()).isTrue();
        }
    }

    @Test
    void importsPagesOfAHeapIntoADriverThatCan() {
        try (DrmDevice vgem = TestDevices.primary(TestDevices.VGEM);
                OwnedFd heap = DmaHeap.system().allocate(1 << 16);
                GemHandle imported = vgem.importPrime(heap);
                OwnedFd exported = imported.exportPrime()) {
            assertThat(TestDevices.inode(exported)).isEqualTo(TestDevices.inode(heap));
        }
    }

    @Test
    void tellsARefusalFromAnUnpluggedDevice() {
        try (DrmDevice virtio = TestDevices.primary(TestDevices.VIRTIO_GPU);
                OwnedFd heap = DmaHeap.system().allocate(1 << 16)) {
            assertThatExceptionOfType(VitrineException.class)
                    .isThrownBy(() -> virtio.importPrime(heap))
                    .isNotInstanceOf(DeviceGoneException.class)
                    .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED));
        }
    }

    @Test
    void refusesWhatIsNoDmaBuf() {
        try (DrmDevice device = TestDevices.primary(TestDevices.VGEM);
                OwnedFd memfd = Memfd.create("none", 4096)) {
            assertThatExceptionOfType(VitrineException.class)
                    .isThrownBy(() -> device.importPrime(memfd))
                    .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.INVALID_DESCRIPTOR));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDevices.VIRTIO_GPU, TestDevices.VGEM})
    void freesTheBufferWhenTheLastOfHandlesAndDescriptorsIsClosed(String driver) throws IOException {
        try (DrmDevice device = TestDevices.primary(driver);
                DrmDevice other = TestDevices.primary(driver)) {
            DumbBuffer buffer = DumbBuffer.create(device, SIZE);
            OwnedFd exported = buffer.exportPrime();
            long inode = TestDevices.inode(exported);
            GemHandle imported = other.importPrime(exported);
            buffer.close();
            exported.close();
            assertThat(TestDevices.exists(inode)).as("the import holds it").isTrue();
            imported.close();
            assertThat(TestDevices.exists(inode)).isFalse();
        }
    }
}
