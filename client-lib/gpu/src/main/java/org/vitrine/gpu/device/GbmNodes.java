package org.vitrine.gpu.device;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.BufferSpec;
import org.vitrine.gpu.drm.DrmDevice;
import org.vitrine.gpu.drm.DrmNode;
import org.vitrine.gpu.gbm.GbmAllocator;
import org.vitrine.gpu.gbm.GbmDevice;

/**
 * Opens each graphics device for GBM: on its render node, or, where that can't allocate, on its primary node. Devices
 * without a driver of their own in Mesa are such: they have dumb buffers alone, which render nodes refuse.
 */
final class GbmNodes {
    private static final BufferSpec TRIAL = BufferSpec.of(64, 64, DrmFormat.linear(FourCc.XRGB8888));

    /**
     * Holds a device open.
     *
     * @param drm the device
     * @param gbm GBM on it
     */
    record Opened(DrmDevice drm, GbmDevice gbm) implements AutoCloseable {
        String path() {
            return drm.node().path().toString();
        }

        @Override
        public void close() {
            gbm.close();
            drm.close();
        }
    }

    private GbmNodes() {}

    /** Returns the nodes of each device, render nodes first. */
    static List<List<DrmNode>> byDevice(List<DrmNode> nodes) {
        Map<String, List<DrmNode>> devices = new LinkedHashMap<>();
        for (DrmNode node : nodes) {
            String device = node.device().orElse(node.path().toString());
            devices.computeIfAbsent(device, _ -> new ArrayList<>()).add(node);
        }
        return List.copyOf(devices.values());
    }

    /**
     * Opens the first node that can allocate.
     *
     * @return the caller's to close
     * @throws VitrineException what the last one said
     */
    static Opened open(List<DrmNode> nodesOfOneDevice) {
        VitrineException last = null;
        for (DrmNode node : nodesOfOneDevice) {
            try {
                return open(node);
            } catch (VitrineException e) {
                last = e;
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("a device has a node");
        }
        throw last;
    }

    private static Opened open(DrmNode node) {
        DrmDevice drm = DrmDevice.open(node);
        try {
            Opened opened = new Opened(drm, GbmDevice.borrow(drm.fd()));
            try {
                GbmAllocator.forRendering(opened.gbm()).allocate(TRIAL).close();
                return opened;
            } catch (RuntimeException e) {
                opened.gbm().close();
                throw e;
            }
        } catch (RuntimeException e) {
            drm.close();
            throw e;
        }
    }
}
