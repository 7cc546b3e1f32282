package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class RemoteFdTest {
    private final int ownPid = Math.toIntExact(ProcessHandle.current().pid());

    @Test
    void duplicatesAnotherProcessesDescriptor() {
        try (OwnedFd memfd = Memfd.create("remote", 77)) {
            try (OwnedFd copy = new RemoteFd(ownPid, RawFds.numberOf(memfd)).dup(() -> true)) {
                assertThat(FileStatus.of(copy)).isEqualTo(FileStatus.of(memfd));
            }
        }
    }

    @Test
    void takesNothingWhenThePidMeansAnotherProcess() {
        try (OwnedFd memfd = Memfd.create("remote", 77)) {
            RemoteFd remote = new RemoteFd(ownPid, RawFds.numberOf(memfd));
            assertThatThrownBy(() -> remote.dup(() -> false)).hasMessage("pidfd_getfd: ESRCH");
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new RemoteFd(ownPid, 1_000_000).dup(() -> true))
                .hasMessage("pidfd_getfd: EBADF");
        assertThatThrownBy(() -> new RemoteFd(Integer.MAX_VALUE, 0).dup(() -> true))
                .hasMessage("pidfd_open: ESRCH");
        assertThatThrownBy(() -> new RemoteFd(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void becomesReadableWhenTheProcessEnds() throws IOException {
        Process child = new ProcessBuilder("cat").start();
        try (OwnedFd pidfd = Pidfd.open(Math.toIntExact(child.pid()))) {
            assertThat(Poll.await(pidfd, Poll.Event.READABLE, Duration.ZERO)).isFalse();
            child.destroyForcibly();
            assertThat(Poll.await(pidfd, Poll.Event.READABLE, Duration.ofSeconds(5)))
                    .isTrue();
        }
    }
}
