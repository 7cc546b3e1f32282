package org.vitrine.gpu.device;

import java.util.List;
import java.util.Optional;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.gpu.drm.DrmNode;
import org.vitrine.gpu.egl.DmaBufFormats;
import org.vitrine.gpu.egl.EglDevice;
import org.vitrine.gpu.egl.EglDisplay;
import org.vitrine.gpu.egl.EglPlatform;

/**
 * Looks for what EGL draws with: each DRM device through GBM, or, where a driver has no GBM, through EGL's own list of
 * devices; and the processor.
 */
final class EglSource implements DeviceSource {
    private final List<DrmNode> nodes;

    EglSource(List<DrmNode> nodes) {
        this.nodes = nodes;
    }

    @Override
    public void look(DeviceSearch search) {
        GbmNodes.byDevice(nodes).forEach(device -> search.attempt(BufferSystem.EGL, () -> open(search, device)));
        search.attempt(BufferSystem.EGL, () -> add(search, Optional.empty(), EglDisplay.open(software())));
    }

    private static EglPlatform software() {
        return EglDevice.all().stream()
                .filter(EglDevice::software)
                .findFirst()
                .<EglPlatform>map(device -> new EglPlatform.Device(device.index()))
                .orElse(new EglPlatform.Surfaceless());
    }

    private static void open(DeviceSearch search, List<DrmNode> device) {
        try {
            GbmNodes.Opened opened = GbmNodes.open(device);
            search.closeLater(opened::close);
            add(search, Optional.of(opened.path()), EglDisplay.open(new EglPlatform.Gbm(opened.gbm())));
        } catch (VitrineException noGbm) {
            String node = device.getFirst().path().toString();
            add(search, Optional.of(node), EglDisplay.open(new EglPlatform.DeviceNode(node)));
        }
    }

    private static void add(DeviceSearch search, Optional<String> node, EglDisplay display) {
        search.closeLater(display::close);
        String driver = display.description();
        if (display.extensions().contains("EGL_MESA_image_dma_buf_export")) {
            search.found(new Exporter(
                    BufferSystem.EGL,
                    node,
                    driver,
                    List.of(DrmFormat.linear(FourCc.ABGR8888)),
                    new EglAllocator(display)));
        } else {
            search.missing(BufferSystem.EGL, driver + " exports no textures (EGL_MESA_image_dma_buf_export)");
        }
        if (display.extensions().contains("EGL_EXT_image_dma_buf_import")) {
            search.found(new Importer(BufferSystem.EGL, node, driver, formats(display), new EglPictureReader(display)));
        } else {
            search.missing(BufferSystem.EGL, driver + " imports no dma-bufs (EGL_EXT_image_dma_buf_import)");
        }
    }

    private static List<DrmFormat> formats(EglDisplay display) {
        return display.extensions().contains("EGL_EXT_image_dma_buf_import_modifiers")
                ? DmaBufFormats.of(display).all()
                : List.of();
    }
}
