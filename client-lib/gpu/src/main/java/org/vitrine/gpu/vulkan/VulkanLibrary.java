package org.vitrine.gpu.vulkan;

import java.lang.foreign.Arena;
import org.lwjgl.system.Configuration;
import org.lwjgl.vulkan.VK;
import org.lwjgl.vulkan.VK11;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.gpu.lwjgl.LwjglMemory;
import org.vitrine.gpu.so.SharedObject;

/** Loads the Vulkan loader, once a process, when it is first needed. Safe for use by many threads. */
final class VulkanLibrary {
    /** The name that the loader has on every Linux, without a development package. */
    static final String LOADER = "libvulkan.so.1";

    private static final Object LOCK = new Object();
    private static boolean loaded;

    private VulkanLibrary() {}

    /**
     * Loads it, unless it is.
     *
     * @throws VitrineException NOT_SUPPORTED if it is not installed or too old; a later call tries again
     */
    static void load() {
        load(LOADER);
    }

    static void load(String library) {
        synchronized (LOCK) {
            if (!loaded) {
                LwjglMemory.choose();
                loadFirst(library);
                loaded = true;
            }
        }
    }

    private static void loadFirst(String library) {
        requireInstalled(library);
        // Else LWJGL loads libvulkan.so.1 by itself when the class is first touched, and never again.
        Configuration.VULKAN_EXPLICIT_INIT.set(true);
        try {
            VK.create(library);
        } catch (LinkageError unusable) {
            throw (VitrineException) missing(library).initCause(unusable);
        }
        if (VK.getInstanceVersionSupported() < VK11.VK_API_VERSION_1_1) {
            VK.destroy();
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    library + " knows Vulkan 1.0 only: install a newer libvulkan1 (1.1 or later)");
        }
    }

    /** Asks quietly: LWJGL writes advice of its own to the standard error output. */
    private static void requireInstalled(String library) {
        try (Arena arena = Arena.ofConfined()) {
            if (SharedObject.load(library, arena).isEmpty()) {
                throw missing(library);
            }
        }
    }

    private static VitrineException missing(String library) {
        return new VitrineException(
                ErrorName.NOT_SUPPORTED,
                library + " can't be loaded: install the packages libvulkan1 and mesa-vulkan-drivers"
                        + " (or the Vulkan driver of your GPU), or use memory that is not a GPU's");
    }
}
