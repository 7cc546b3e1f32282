package org.vitrine.gpu.device;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.gpu.drm.DrmNode;
import org.vitrine.gpu.drm.DrmNodes;

/** Holds what this machine makes and imports buffers with, open until closed. */
public final class Devices implements AutoCloseable {
    private final DeviceSearch search;

    private Devices(DeviceSearch search) {
        this.search = search;
    }

    /**
     * Looks for every system. Opens devices and loads libraries, which can take a second the first time.
     *
     * @return the caller's to close, after every buffer that was made with it
     */
    public static Devices find() {
        return find(EnumSet.allOf(BufferSystem.class));
    }

    /** Looks for some systems, as {@link #find()}. */
    public static Devices find(Set<BufferSystem> systems) {
        return search(systems, sources());
    }

    static Devices search(Set<BufferSystem> systems, Map<BufferSystem, DeviceSource> sources) {
        DeviceSearch search = new DeviceSearch();
        try {
            sources.forEach((system, source) -> {
                if (systems.contains(system)) {
                    source.look(search);
                }
            });
            return new Devices(search);
        } catch (RuntimeException e) {
            search.close();
            throw e;
        }
    }

    private static Map<BufferSystem, DeviceSource> sources() {
        List<DrmNode> nodes = DrmNodes.find();
        Map<BufferSystem, DeviceSource> sources = new EnumMap<>(BufferSystem.class);
        sources.put(BufferSystem.MEMFD, PageSources::memfd);
        sources.put(BufferSystem.UDMABUF, PageSources::udmabuf);
        sources.put(BufferSystem.DMA_HEAP, PageSources::dmaHeaps);
        sources.put(BufferSystem.DRM, new DrmSource(nodes));
        sources.put(BufferSystem.GBM, new GbmSource(nodes));
        sources.put(BufferSystem.EGL, new EglSource(nodes));
        sources.put(BufferSystem.VULKAN, VulkanSource::look);
        return sources;
    }

    /** Returns what can make buffers. */
    public List<Exporter> exporters() {
        return search.exporters();
    }

    /** Returns what can import buffers. */
    public List<Importer> importers() {
        return search.importers();
    }

    /** Returns what this machine lacks. */
    public List<MissingSystem> missing() {
        return search.missing();
    }

    /** Closes the devices. Close once. */
    @Override
    public void close() {
        search.close();
    }
}
