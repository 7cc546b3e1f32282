package org.vitrine.gpu.device;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.gpu.drm.DrmNode;
import org.vitrine.gpu.gbm.GbmAllocator;
import org.vitrine.gpu.gbm.GbmUse;

/** Looks for devices that GBM can allocate on. */
final class GbmSource implements DeviceSource {
    private final List<DrmNode> nodes;

    GbmSource(List<DrmNode> nodes) {
        this.nodes = nodes;
    }

    @Override
    public void look(DeviceSearch search) {
        if (nodes.isEmpty()) {
            search.missing(BufferSystem.GBM, "There is no DRM device");
        }
        GbmNodes.byDevice(nodes)
                .forEach(device -> search.attempt(BufferSystem.GBM, () -> add(search, GbmNodes.open(device))));
    }

    private static void add(DeviceSearch search, GbmNodes.Opened opened) {
        search.closeLater(opened::close);
        search.found(new Exporter(
                BufferSystem.GBM,
                Optional.of(opened.path()),
                opened.drm().driver() + ", GBM's backend " + opened.gbm().backendName(),
                opened.gbm().formats(Set.of(GbmUse.RENDERING)).stream()
                        .map(DrmFormat::linear)
                        .toList(),
                GbmAllocator.forRendering(opened.gbm())));
    }
}
