package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fd.DmaBuf;
import org.vitrine.fd.DmaBufUse;
import org.vitrine.fd.DmaHeap;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SyncFile;
import org.vitrine.fd.SyncFileInfo;

/** Waits for real fences, which vgem lets be attached and signalled by hand (and signals by itself after 10 s). */
@NeedsTestVm
@ExtendWith(LeakCheck.class)
class FencesVmIT {
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(8);

    private DrmDevice vgem;
    private DumbBuffer buffer;
    private OwnedFd dmaBuf;

    @BeforeEach
    void makeBuffer() {
        vgem = TestDevices.primary(TestDevices.VGEM);
        buffer = DumbBuffer.create(vgem, new DumbSize(64, 64, 32));
        dmaBuf = buffer.exportPrime();
    }

    @AfterEach
    void closeBuffer() {
        dmaBuf.close();
        buffer.close();
        vgem.close();
    }

    @Test
    void aSyncFileIsSignalledWhenTheWriterIsDone() {
        int writing = TestRequests.beginWriting(vgem, buffer.handle());
        try (OwnedFd fence = DmaBuf.exportSyncFile(dmaBuf, DmaBufUse.READ)) {
            assertThat(SyncFile.isOne(fence)).isTrue();
            assertThat(SyncFile.isSignalled(fence)).isFalse();
            assertThat(SyncFile.awaitSignalled(fence, MOMENT)).isFalse();
            assertThat(SyncFile.info(fence).status()).isEqualTo(SyncFileInfo.Status.ACTIVE);
            TestRequests.endWriting(vgem, writing);
            assertThat(SyncFile.awaitSignalled(fence, LONG)).isTrue();
            assertThat(SyncFile.info(fence).status()).isEqualTo(SyncFileInfo.Status.SIGNALLED);
        }
    }

    @Test
    void aMergedSyncFileWaitsForBoth() {
        try (DumbBuffer other = DumbBuffer.create(vgem, new DumbSize(64, 64, 32));
                OwnedFd otherDmaBuf = other.exportPrime()) {
            int first = TestRequests.beginWriting(vgem, buffer.handle());
            int second = TestRequests.beginWriting(vgem, other.handle());
            try (OwnedFd one = DmaBuf.exportSyncFile(dmaBuf, DmaBufUse.READ);
                    OwnedFd two = DmaBuf.exportSyncFile(otherDmaBuf, DmaBufUse.READ);
                    OwnedFd both = SyncFile.merge("both", one, two)) {
                assertThat(SyncFile.info(both).fenceCount()).isEqualTo(2);
                TestRequests.endWriting(vgem, first);
                assertThat(SyncFile.awaitSignalled(one, LONG)).isTrue();
                assertThat(SyncFile.isSignalled(both)).isFalse();
                TestRequests.endWriting(vgem, second);
                assertThat(SyncFile.awaitSignalled(both, LONG)).isTrue();
            }
        }
    }

    @Test
    void aFencePutIntoAnotherBufferHoldsBackItsReaders() {
        int writing = TestRequests.beginWriting(vgem, buffer.handle());
        try (OwnedFd fence = DmaBuf.exportSyncFile(dmaBuf, DmaBufUse.READ);
                OwnedFd heap = DmaHeap.system().allocate(4096)) {
            DmaBuf.importSyncFile(heap, fence, DmaBufUse.WRITE);
            try (OwnedFd forReaders = DmaBuf.exportSyncFile(heap, DmaBufUse.READ)) {
                assertThat(SyncFile.isSignalled(forReaders)).isFalse();
                TestRequests.endWriting(vgem, writing);
                assertThat(SyncFile.awaitSignalled(forReaders, LONG)).isTrue();
            }
        }
    }

    @Test
    void aSyncObjectTakesTheFenceOfAnotherDriver() {
        int writing = TestRequests.beginWriting(vgem, buffer.handle());
        try (DrmDevice virtio = TestDevices.open(TestDevices.VIRTIO_GPU, DrmNode.Type.RENDER);
                SyncObject place = SyncObject.create(virtio, false);
                SyncObject timeline = SyncObject.create(virtio, false);
                OwnedFd fence = DmaBuf.exportSyncFile(dmaBuf, DmaBufUse.READ)) {
            place.importSyncFile(fence);
            timeline.transferFrom(place, 0, 5);
            assertThat(place.awaitSignalled(MOMENT)).isFalse();
            assertThat(timeline.awaitSignalled(5, MOMENT)).isFalse();
            try (OwnedFd exported = place.exportSyncFile()) {
                assertThat(SyncFile.isSignalled(exported)).isFalse();
                TestRequests.endWriting(vgem, writing);
                assertThat(SyncFile.awaitSignalled(exported, LONG)).isTrue();
            }
            assertThat(timeline.awaitSignalled(5, LONG)).isTrue();
            assertThat(timeline.signalledPoint()).isEqualTo(5);
        }
    }
}
