package org.vitrine.gpucheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vitrine.api.error.VitrineException;
import org.vitrine.gpu.device.Devices;
import org.vitrine.gpu.device.Importer;
import org.vitrine.gpu.vulkan.VulkanInstance;
import org.vitrine.gpu.vulkan.VulkanPhysicalDevice;

/** Lists what drivers say that they can do. */
final class Extensions {
    private Extensions() {}

    /** Returns one line for each EGL display and each Vulkan device. */
    static List<String> of(Devices devices) {
        List<String> lines = new ArrayList<>();
        for (Importer importer : devices.importers()) {
            switch (importer.system()) {
                case EGL -> lines.add(egl(importer));
                case MEMFD, UDMABUF, DMA_HEAP, DRM, GBM, VULKAN -> {}
            }
        }
        lines.addAll(vulkan());
        return lines;
    }

    private static String egl(Importer importer) {
        Optional<String> node = importer.device();
        try (Gl gl = Gl.on(node)) {
            return importer.name() + ", " + gl.context().description() + ": "
                    + String.join(" ", new TreeSet<>(gl.context().display().extensions()));
        } catch (VitrineException e) {
            return importer.name() + ": " + e.text();
        }
    }

    private static List<String> vulkan() {
        try (VulkanInstance instance = VulkanInstance.create()) {
            return instance.devices().stream().map(Extensions::vulkan).toList();
        } catch (VitrineException e) {
            return List.of("Vulkan: " + e.text());
        }
    }

    private static String vulkan(VulkanPhysicalDevice device) {
        return device + ": has " + device.extensions() + ", lacks " + device.missingExtensions();
    }
}
