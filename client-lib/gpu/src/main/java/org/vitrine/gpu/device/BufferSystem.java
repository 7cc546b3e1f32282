package org.vitrine.gpu.device;

import java.util.List;
import java.util.Set;

/** Lists the ways in which Linux makes memory that can be shared, and imports it. */
public enum BufferSystem {
    MEMFD("memfd", "the kernel"),
    UDMABUF("udmabuf", "a kernel with CONFIG_UDMABUF, and the right to open /dev/udmabuf (group kvm on Debian)"),
    DMA_HEAP("dma-heap", "a kernel with CONFIG_DMABUF_HEAPS_SYSTEM, and the right to open /dev/dma_heap/system"),
    DRM("drm", "a DRM driver, and the right to open its /dev/dri/card* (group video on Debian)"),
    GBM("gbm", "the package libgbm1, and a DRM device (a render node: group render on Debian)"),
    EGL("egl", "the packages libegl1 and libgles2, and a driver with EGL_MESA_image_dma_buf_export"),
    VULKAN(
            "vulkan",
            "the packages libvulkan1 and mesa-vulkan-drivers (25 or newer), and a driver with"
                    + " VK_EXT_external_memory_dma_buf and VK_EXT_image_drm_format_modifier");

    private static final List<BufferSystem> FOR_CPU = List.of(MEMFD, UDMABUF, DMA_HEAP, DRM, GBM, VULKAN, EGL);
    private static final List<BufferSystem> FOR_CPU_AND_GPU = List.of(UDMABUF, DMA_HEAP, GBM, DRM, VULKAN, EGL, MEMFD);
    private static final List<BufferSystem> FOR_GPU = List.of(GBM, EGL, VULKAN, DRM, DMA_HEAP, UDMABUF);
    private static final List<BufferSystem> FOR_SCANOUT = List.of(GBM, DRM);

    private final String word;
    private final String needs;

    BufferSystem(String word, String needs) {
        this.word = word;
        this.needs = needs;
    }

    /** Returns how people and scripts call it. */
    public String word() {
        return word;
    }

    /** Returns what must be there for it to work. */
    public String needs() {
        return needs;
    }

    /**
     * Orders the systems by how well they make buffers for a use; those that can't are left out.
     *
     * <p>For the processor alone a memfd is best: it needs no bracket, and the kernel keeps consumers from writing. As
     * soon as a GPU is to import it, it must be a dma-buf: one of ordinary pages where both use it, one made by the
     * driver where the GPU alone does. A memfd is then the last resort, which consumers must copy to their GPU.
     */
    public static List<BufferSystem> bestFirst(Set<BufferUse> uses) {
        if (uses.contains(BufferUse.SCANOUT)) {
            return FOR_SCANOUT;
        }
        if (!uses.contains(BufferUse.GPU)) {
            return FOR_CPU;
        }
        return uses.contains(BufferUse.CPU) ? FOR_CPU_AND_GPU : FOR_GPU;
    }
}
