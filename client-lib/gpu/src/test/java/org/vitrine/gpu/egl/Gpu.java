package org.vitrine.gpu.egl;

import java.util.Set;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferSpec;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.gpu.gbm.GbmAllocator;
import org.vitrine.gpu.gbm.GbmDevice;

/**
 * Opens everything on one DRM node of the test machine.
 *
 * @param device of the node
 * @param display on the device
 * @param context on the display, current on this thread
 */
record Gpu(GbmDevice device, EglDisplay display, EglContext context) implements AutoCloseable {
    /** Of virtio-gpu, which here has no driver that draws: so the processor draws, and wants the primary node. */
    static final String VIRTIO = "/dev/dri/card0";

    /** Of vgem, which draws with the processor. */
    static final String VGEM = "/dev/dri/card1";

    static Gpu open(String node) {
        GbmDevice device = GbmDevice.take(OpenFile.open(node, Set.of(OpenFlag.READ_WRITE)));
        EglDisplay display = EglDisplay.open(new EglPlatform.Gbm(device));
        return new Gpu(device, display, EglContext.create(display));
    }

    AllocatedBuffer allocate(FourCc fourCc, int widthPixels, int heightPixels) {
        return GbmAllocator.forRendering(device)
                .allocate(BufferSpec.of(widthPixels, heightPixels, DrmFormat.linear(fourCc)));
    }

    @Override
    public void close() {
        context.close();
        display.close();
        device.close();
    }
}
