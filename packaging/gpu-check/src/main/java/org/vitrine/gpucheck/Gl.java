package org.vitrine.gpucheck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.vitrine.gpu.drm.DrmDevice;
import org.vitrine.gpu.drm.DrmNode;
import org.vitrine.gpu.drm.DrmNodes;
import org.vitrine.gpu.egl.EglContext;
import org.vitrine.gpu.egl.EglDevice;
import org.vitrine.gpu.egl.EglDisplay;
import org.vitrine.gpu.egl.EglPlatform;
import org.vitrine.gpu.gbm.GbmDevice;

/** OpenGL ES on this thread, until closed. */
public final class Gl implements AutoCloseable {
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final EglContext context;

    private Gl(Optional<String> node) {
        EglDisplay display = EglDisplay.open(node.map(this::platform).orElseGet(Gl::software));
        closers.push(display::close);
        context = EglContext.create(display);
        closers.push(context::close);
    }

    /** Draws on a DRM device, or with the processor if none is named. */
    public static Gl on(Optional<String> node) {
        return new Gl(node);
    }

    private EglPlatform platform(String path) {
        DrmNode node = DrmNodes.find().stream()
                .filter(each -> each.path().toString().equals(path))
                .findFirst()
                .orElseThrow();
        DrmDevice drm = DrmDevice.open(node);
        closers.push(drm::close);
        GbmDevice gbm = GbmDevice.borrow(drm.fd());
        closers.push(gbm::close);
        return new EglPlatform.Gbm(gbm);
    }

    private static EglPlatform software() {
        EglDevice device =
                EglDevice.all().stream().filter(EglDevice::software).findFirst().orElseThrow();
        return new EglPlatform.Device(device.index());
    }

    /** Returns the context, which is current until this is closed. */
    public EglContext context() {
        return context;
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
    }
}
