package org.vitrine.gpu.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.gpu.drm.MagicAuthentication.Magic;

/** As root every client counts as authenticated; so it is the kernel's answer to the master that is looked at. */
@NeedsTestVm
@ExtendWith(LeakCheck.class)
class MagicAuthenticationVmIT {
    @Test
    void theMasterAuthenticatesAClientOnce() {
        try (DrmDevice master = TestDevices.primary(TestDevices.VIRTIO_GPU);
                DrmDevice client = TestDevices.primary(TestDevices.VIRTIO_GPU)) {
            Magic magic = MagicAuthentication.magicOf(client);
            assertThat(MagicAuthentication.magicOf(client)).isEqualTo(magic);
            MagicAuthentication.authenticate(master, magic);
            assertFails(ErrorName.NOT_SUPPORTED, () -> MagicAuthentication.authenticate(master, magic));
        }
    }

    @Test
    void nobodyElseAuthenticatesAnyone() {
        try (DrmDevice master = TestDevices.primary(TestDevices.VIRTIO_GPU);
                DrmDevice client = TestDevices.primary(TestDevices.VIRTIO_GPU);
                DrmDevice other = TestDevices.primary(TestDevices.VIRTIO_GPU)) {
            Magic magic = MagicAuthentication.magicOf(client);
            assertFails(ErrorName.NOT_ALLOWED, () -> MagicAuthentication.authenticate(other, magic));
            assertFails(
                    ErrorName.NOT_SUPPORTED,
                    () -> MagicAuthentication.authenticate(master, new Magic(magic.value() + 77)));
        }
    }

    @Test
    void aRenderNodeHasNoMagics() {
        try (DrmDevice render = TestDevices.open(TestDevices.VIRTIO_GPU, DrmNode.Type.RENDER)) {
            assertFails(ErrorName.NOT_ALLOWED, () -> MagicAuthentication.magicOf(render));
        }
    }

    private static void assertFails(ErrorName name, ThrowingCallable call) {
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.name()).isEqualTo(name));
    }
}
