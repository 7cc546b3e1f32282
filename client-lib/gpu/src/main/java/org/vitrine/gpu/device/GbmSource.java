package org.vitrine.gpu.device;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.gpu.gbm.GbmAllocator;
import org.vitrine.gpu.gbm.GbmDevice;
import org.vitrine.gpu.gbm.GbmUse;

/** Looks for devices that GBM can allocate on. */
final class GbmSource implements DeviceSource {
    private final List<String> nodes;

    GbmSource(List<String> nodes) {
        this.nodes = nodes;
    }

    @Override
    public void look(DeviceSearch search) {
        if (nodes.isEmpty()) {
            search.missing(BufferSystem.GBM, "There is no DRM device");
        }
        nodes.forEach(node -> search.attempt(BufferSystem.GBM, () -> add(search, node)));
    }

    private static void add(DeviceSearch search, String node) {
        GbmDevice device = GbmDevice.take(OpenFile.open(node, Set.of(OpenFlag.READ_WRITE)));
        search.closeLater(device::close);
        search.found(new Exporter(
                BufferSystem.GBM,
                Optional.of(node),
                "GBM's backend " + device.backendName(),
                device.formats(Set.of(GbmUse.RENDERING)).stream()
                        .map(DrmFormat::linear)
                        .toList(),
                GbmAllocator.forRendering(device)));
    }
}
