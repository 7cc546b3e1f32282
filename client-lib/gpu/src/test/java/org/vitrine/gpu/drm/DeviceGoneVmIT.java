package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;

/** Takes the driver from a device that is in use, as unplugging does, and gives it back afterwards. */
@NeedsTestVm
@ExtendWith(LeakCheck.class)
class DeviceGoneVmIT {
    private DrmDevice device;
    private String name;
    private Path driver;

    @BeforeEach
    void openDevice() throws IOException {
        device = TestDevices.primary(TestDevices.VIRTIO_GPU);
        name = device.node().device().orElseThrow();
        String card = device.node().path().getFileName().toString();
        driver = Path.of("/sys/class/drm", card, "device/driver").toRealPath();
    }

    @AfterEach
    void plugInAgain() throws IOException {
        if (device.isOpen()) {
            device.close();
        }
        Files.writeString(driver.resolve("bind"), name);
        try (DrmDevice again = TestDevices.primary(TestDevices.VIRTIO_GPU)) {
            assertThat(again.node()).isEqualTo(device.node());
        }
    }

    @Test
    void everyRequestSaysThatTheDeviceIsGoneAndAllCanBeClosed() throws IOException {
        try (DumbBuffer buffer = DumbBuffer.create(device, new DumbSize(64, 64, 32));
                SyncObject object = SyncObject.create(device, false);
                OwnedFd exported = buffer.exportPrime()) {
            assertThat(TestDevices.inode(exported)).isPositive();
            Files.writeString(driver.resolve("unbind"), name);
            assertThatExceptionOfType(DeviceGoneException.class).isThrownBy(buffer::exportPrime);
            assertThatExceptionOfType(DeviceGoneException.class).isThrownBy(object::signal);
            assertThatExceptionOfType(DeviceGoneException.class)
                    .isThrownBy(() -> DumbBuffer.create(device, new DumbSize(64, 64, 32)));
        }
        DrmNode node = device.node();
        device.close();
        assertThatExceptionOfType(DeviceGoneException.class).isThrownBy(() -> DrmDevice.open(node));
    }
}
