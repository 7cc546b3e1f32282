package org.vitrine.gpu.egl;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGL10;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.gpu.lwjgl.LwjglMemory;

/** Loads libEGL, and says what to install where it is missing. */
final class EglLibrary {
    private EglLibrary() {}

    /**
     * Loads the library if that was not done yet.
     *
     * @return the extensions that EGL has before a display is chosen
     * @throws VitrineException NOT_SUPPORTED if it is missing
     */
    static Set<String> load() {
        LwjglMemory.choose();
        try {
            EGL.getCapabilities();
        } catch (LinkageError missing) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The library libEGL.so.1 is not there. Install the Debian packages libegl1, libgles2 and"
                            + " libgl1-mesa-dri, or share buffers of plain memory with MemfdAllocator",
                    missing);
        }
        return words(EGL10.eglQueryString(0, EGL10.EGL_EXTENSIONS));
    }

    /** Takes EGL's lists apart. */
    static Set<String> words(@Nullable String list) {
        return list == null || list.isBlank() ? Set.of() : Set.of(list.strip().split(" +"));
    }
}
