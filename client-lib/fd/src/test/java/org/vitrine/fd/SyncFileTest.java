package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class SyncFileTest {
    @Test
    void tellsOtherDescriptorsFromSyncFiles() {
        try (OwnedFd eventfd = RawCalls.eventfd();
                OwnedFd memfd = Memfd.create("anon_inode:sync_file", 0)) {
            assertThat(SyncFile.isOne(eventfd)).isFalse();
            assertThat(SyncFile.isOne(memfd)).isFalse();
        }
    }

    @Test
    void refusesToMergeOrDescribeWhatIsNone() {
        try (OwnedFd eventfd = RawCalls.eventfd()) {
            assertThatThrownBy(() -> SyncFile.merge("both", eventfd, eventfd)).hasMessage("ioctl: ENOTTY");
            assertThatThrownBy(() -> SyncFile.info(eventfd)).hasMessage("ioctl: ENOTTY");
        }
    }

    @Test
    void readsTheKernelsWordForHowAFenceStands() {
        assertThat(SyncFileInfo.Status.ofKernel(0)).isEqualTo(SyncFileInfo.Status.ACTIVE);
        assertThat(SyncFileInfo.Status.ofKernel(1)).isEqualTo(SyncFileInfo.Status.SIGNALLED);
        assertThat(SyncFileInfo.Status.ofKernel(-5)).isEqualTo(SyncFileInfo.Status.FAILED);
    }
}
