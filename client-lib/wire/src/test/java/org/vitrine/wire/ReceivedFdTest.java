package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;

@ExtendWith(LeakCheck.class)
class ReceivedFdTest {
    @Test
    void canBeTakenOnce() {
        ReceivedFd received = new ReceivedFd(Memfd.create("received", 0));

        try (OwnedFd taken = received.take()) {
            assertThat(taken.isOpen()).isTrue();
            assertThatThrownBy(received::take).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(received::borrow).isInstanceOf(IllegalStateException.class);
            assertThat(received.takeIfHeld()).isNull();
        }
    }

    @Test
    void canBeLookedAtUntilThen() {
        ReceivedFd received = new ReceivedFd(Memfd.create("received", 0));

        assertThat(received.borrow().isOpen()).isTrue();
        received.take().close();
    }
}
