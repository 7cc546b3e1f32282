package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class SyncObjectVmIT {
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(60);

    private DrmDevice device;

    @BeforeEach
    void openDevice() {
        device = TestDevices.open(TestDevices.VIRTIO_GPU, DrmNode.Type.RENDER);
    }

    @AfterEach
    void closeDevice() {
        device.close();
    }

    @Test
    void waitsUntilItIsSignalled() {
        try (SyncObject object = SyncObject.create(device, false)) {
            assertThat(object.awaitSignalled(Duration.ZERO)).isFalse();
            assertThat(object.awaitSignalled(MOMENT)).isFalse();
            object.signal();
            assertThat(object.awaitSignalled(LONG)).isTrue();
            object.reset();
            assertThat(object.awaitSignalled(MOMENT)).isFalse();
        }
    }

    @Test
    void wakesAWaiterOfAPointThatNobodyHadPromised() throws InterruptedException {
        try (SyncObject timeline = SyncObject.create(device, false)) {
            Thread signaller = Thread.ofPlatform().start(() -> timeline.signal(3));
            assertThat(timeline.awaitSignalled(3, LONG)).isTrue();
            signaller.join();
            assertThat(timeline.signalledPoint()).isEqualTo(3);
            assertThat(timeline.awaitSignalled(2, Duration.ZERO)).isTrue();
            assertThat(timeline.awaitSignalled(4, MOMENT)).isFalse();
        }
    }

    @Test
    void isTheSameObjectBehindItsDescriptor() {
        try (DrmDevice other = TestDevices.open(TestDevices.VIRTIO_GPU, DrmNode.Type.RENDER);
                SyncObject mine = SyncObject.create(device, false);
                OwnedFd exported = mine.export();
                SyncObject theirs = SyncObject.importFrom(other, exported)) {
            theirs.signal(7);
            assertThat(mine.signalledPoint()).isEqualTo(7);
        }
    }

    @Test
    void refusesToExportAFenceThatIsNotThere() {
        try (SyncObject empty = SyncObject.create(device, false);
                SyncObject signalled = SyncObject.create(device, true);
                OwnedFd memfd = Memfd.create("none", 1)) {
            signalled.exportSyncFile().close();
            assertNotSupported(empty::exportSyncFile);
            assertNotSupported(() -> empty.importSyncFile(memfd));
            assertNotSupported(() -> SyncObject.importFrom(device, memfd));
        }
    }

    @Test
    void isSpentOnceClosed() {
        SyncObject object = SyncObject.create(device, true);
        object.close();
        assertThatThrownBy(object::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(object::signal).isInstanceOf(IllegalStateException.class);
    }

    private static void assertNotSupported(ThrowingCallable call) {
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED));
    }
}
