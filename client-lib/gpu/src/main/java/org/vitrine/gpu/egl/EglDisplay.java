package org.vitrine.gpu.egl;

import java.util.Optional;
import java.util.Set;
import org.lwjgl.egl.EGL10;
import org.lwjgl.system.JNI;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Holds an initialized display of EGL, which needs no screen. Safe for use by many threads. */
public final class EglDisplay implements AutoCloseable {
    private final long handle;
    private final NativePlatform platform;
    private final Set<String> extensions;
    private final Object lock = new Object();
    private boolean open = true;
    private int contexts;

    private EglDisplay(long handle, NativePlatform platform) {
        this.handle = handle;
        this.platform = platform;
        this.extensions = EglLibrary.words(EGL10.eglQueryString(handle, EGL10.EGL_EXTENSIONS));
    }

    /**
     * Opens and initializes a display. Loads the driver, which takes some milliseconds.
     *
     * @return the caller's to close
     * @throws VitrineException NOT_SUPPORTED if EGL, the platform or a driver is missing; NOT_FOUND if there is no such
     *     device; nothing is left open then
     */
    public static EglDisplay open(EglPlatform platform) {
        NativePlatform found = NativePlatform.of(platform, EglLibrary.load());
        try {
            long handle = JNI.callPPP(found.platform(), found.handle(), 0L, EglFunction.GET_PLATFORM_DISPLAY.address());
            if (handle == 0) {
                throw EglException.ofLastCall("eglGetPlatformDisplayEXT", "Choose another platform");
            }
            EglInitializations.begin(handle);
            return new EglDisplay(handle, found);
        } catch (RuntimeException e) {
            found.close();
            throw e;
        }
    }

    /** Returns who wrote the driver and its version, for people to read. */
    public String description() {
        long display = handle();
        return Optional.ofNullable(EGL10.eglQueryString(display, EGL10.EGL_VENDOR))
                        .orElse("?") + ", EGL "
                + Optional.ofNullable(EGL10.eglQueryString(display, EGL10.EGL_VERSION))
                        .orElse("?");
    }

    /** Returns the names of the extensions that this display has. */
    public Set<String> extensions() {
        return extensions;
    }

    boolean has(String extension) {
        return extensions.contains(extension);
    }

    /**
     * Asks for an extension.
     *
     * @throws VitrineException NOT_SUPPORTED with the hint if the display lacks it
     */
    void require(String extension, String hint) {
        if (!has(extension)) {
            throw new VitrineException(ErrorName.NOT_SUPPORTED, "The driver lacks " + extension + ". " + hint);
        }
    }

    /**
     * Returns EGL's name for it.
     *
     * @throws IllegalStateException if it is closed
     */
    long handle() {
        synchronized (lock) {
            if (!open) {
                throw new IllegalStateException("The EGL display is closed");
            }
            return handle;
        }
    }

    /** Notes that a context begins to use it, and returns EGL's name for it. */
    long beginContext() {
        synchronized (lock) {
            long usable = handle();
            contexts++;
            return usable;
        }
    }

    /** Notes that a context is gone. */
    void endContext() {
        synchronized (lock) {
            contexts--;
        }
    }

    /**
     * Terminates the display, unless others have the same one open.
     *
     * @throws IllegalStateException if it is closed already, or one of its contexts is open
     */
    @Override
    public void close() {
        synchronized (lock) {
            handle();
            if (contexts > 0) {
                throw new IllegalStateException("Close the display's contexts first");
            }
            open = false;
            EglInitializations.end(handle);
            platform.close();
        }
    }
}
