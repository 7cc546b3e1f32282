package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class FdForDriverVmIT {
    @Test
    void closesTheDuplicateThatTheDriverLeft() {
        try (OwnedFd memory = TestUdmabuf.create(4096);
                FdForDriver copy = FdForDriver.dupOf(memory)) {
            assertThat(copy.number()).isNotEqualTo(RawFds.numberOf(memory));
        }
    }

    @Test
    void leavesTheDuplicateThatTheDriverTook() {
        int number;
        try (OwnedFd memory = TestUdmabuf.create(4096)) {
            try (FdForDriver copy = FdForDriver.dupOf(memory)) {
                copy.taken();
                number = copy.number();
            }
            try (OwnedFd drivers = RawFds.adopt(number)) {
                assertThat(FdInspector.inspect(drivers)).isEqualTo(FdInspector.inspect(memory));
            }
        }
    }

    @Test
    void doesNotCloseWhatGotTheNumberAfterADriverClosedIt() {
        try (OwnedFd memory = TestUdmabuf.create(4096)) {
            OwnedFd stranger;
            try (FdForDriver copy = FdForDriver.dupOf(memory)) {
                RawFds.adopt(copy.number()).close();
                stranger = Memfd.create("stranger", 7);
                assertThat(RawFds.numberOf(stranger)).isEqualTo(copy.number());
            }
            assertThat(stranger.isOpen()).isTrue();
            stranger.dup().close();
            stranger.close();
        }
    }

    @Test
    void endsQuietlyWhenADriverClosedIt() {
        try (OwnedFd memory = TestUdmabuf.create(4096);
                FdForDriver copy = FdForDriver.dupOf(memory)) {
            RawFds.adopt(copy.number()).close();
        }
    }
}
