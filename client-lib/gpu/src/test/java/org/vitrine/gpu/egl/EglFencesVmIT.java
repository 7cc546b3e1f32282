package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Poll;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class EglFencesVmIT {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(strings = {Gpu.VIRTIO, Gpu.VGEM})
    void opensWhenThePixelsAreThere(String node) {
        try (Gpu gpu = Gpu.open(node);
                AllocatedBuffer allocated = gpu.allocate(FourCc.ABGR8888, WIDTH, HEIGHT);
                EglRenderTarget target = EglRenderTarget.over(gpu.context(), allocated.buffer())) {
            Colours.draw(target.framebuffer());
            EglFences fences = new EglFences(gpu.context());
            Optional<OwnedFd> fence = fences.afterDrawing();
            assertThat(fence.isPresent()).isEqualTo(fences.areNative());
            fence.ifPresent(present -> {
                assertThat(Poll.await(present, Poll.Event.READABLE, PATIENCE)).isTrue();
                fences.await(present, PATIENCE);
                present.close();
            });
            assertThat(ProcessorView.read(allocated)).isEqualTo(Colours.expected(WIDTH, HEIGHT));
        }
    }
}
