package org.vitrine.gpu.device;

import java.util.List;
import java.util.Optional;
import org.vitrine.gpu.drm.DrmDevice;
import org.vitrine.gpu.drm.DrmNode;
import org.vitrine.gpu.drm.DumbAllocator;

/** Looks for DRM devices: dumb buffers of their primary nodes, PRIME import on all nodes. */
final class DrmSource implements DeviceSource {
    private final List<DrmNode> nodes;

    DrmSource(List<DrmNode> nodes) {
        this.nodes = nodes;
    }

    @Override
    public void look(DeviceSearch search) {
        if (nodes.isEmpty()) {
            search.missing(BufferSystem.DRM, "There is no DRM device");
        }
        nodes.forEach(node -> search.attempt(BufferSystem.DRM, () -> add(search, DrmDevice.open(node))));
    }

    private static void add(DeviceSearch search, DrmDevice device) {
        search.closeLater(device::close);
        Optional<String> path = Optional.of(device.node().path().toString());
        String driver = device.driver().toString();
        if (device.node().type() == DrmNode.Type.PRIMARY) {
            search.found(new Exporter(
                    BufferSystem.DRM, path, driver + ", dumb buffers", List.of(), new DumbAllocator(device)));
        }
        if (device.capabilities().primeImport()) {
            search.found(new Importer(
                    BufferSystem.DRM, path, driver + ", PRIME", List.of(), new PrimePictureReader(device)));
        }
    }
}
