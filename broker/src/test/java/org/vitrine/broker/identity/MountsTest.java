package org.vitrine.broker.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountsTest {
    private static final String FILE = ".flatpak-info";
    private static final String ROOT = "30 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "36 1 0:30 / / rw - fuse.hangfs hangfs rw,user_id=0\n",
                "36 1 0:30 / / rw shared:4 master:1 - nfs4 server:/ rw\n",
                ROOT + "37 30 0:31 / /.flatpak-info rw - fuse x rw\n"
            })
    void seesWhoCanKeepTheReaderWaiting(String mountInfo) {
        assertThat(Mounts.mayHang(mountInfo, FILE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ROOT,
                ROOT + "37 30 0:31 / /mnt rw - fuse.sshfs x rw\n",
                ROOT + "38 30 0:32 / /.flatpak-info ro - tmpfs tmpfs rw\n",
                "",
                "rubbish\n"
            })
    void takesTheKernelsOwnForQuick(String mountInfo) {
        assertThat(Mounts.mayHang(mountInfo, FILE)).isFalse();
    }

    @Test
    void findsThisProcessQuick() throws Exception {
        int pid = Math.toIntExact(ProcessHandle.current().pid());
        assertThat(ProcessFiles.ofKernel().mayHang(pid, FILE)).isFalse();
    }
}
