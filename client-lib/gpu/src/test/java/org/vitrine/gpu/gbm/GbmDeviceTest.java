package org.vitrine.gpu.gbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OwnedFd;

@ExtendWith(LeakCheck.class)
class GbmDeviceTest {
    @Test
    void saysWhatToGiveItInPlaceOfWhatIsNoDevice() {
        try (OwnedFd nothing = OpenFile.open("/dev/null", Set.of())) {
            assertThatThrownBy(() -> GbmDevice.borrow(nothing))
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                    .hasMessageContaining("Give it a DRM node");
            assertThat(nothing.isOpen()).isTrue();
        }
    }

    @Test
    void closesWhatItTookAlsoWhenItFails() {
        OwnedFd memory = Memfd.create("no-device", 4096);
        assertThatThrownBy(() -> GbmDevice.take(memory)).isInstanceOf(VitrineException.class);
        assertThat(memory.isOpen()).isFalse();
    }

    @Test
    void acceptsNoImpossibleRequest() {
        FourCc colours = FourCc.XRGB8888;
        assertThatThrownBy(() -> new GbmRequest(0, 1, colours, Set.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GbmRequest(1, 32_769, colours, Set.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GbmRequest(1, 1, colours, Set.of(), List.of(Modifier.INVALID)))
                .hasMessageContaining("give none instead");
    }
}
