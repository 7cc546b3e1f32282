package org.vitrine.gpu.lwjgl;

import org.lwjgl.system.Configuration;

/** Lets LWJGL reach native memory through {@code java.lang.foreign}, rather than by what the JDK is about to remove. */
public final class LwjglMemory {
    private static final String FOREIGN = "ffm";

    private LwjglMemory() {}

    /** Chooses that, unless the application has chosen for itself. To be called before any class of LWJGL's is used. */
    public static void choose() {
        if (Configuration.MEMORY_BACKEND.get() == null) {
            Configuration.MEMORY_BACKEND.set(FOREIGN);
        }
    }
}
