package org.vitrine.gpu.egl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL14;
import org.lwjgl.opengles.GLES;
import org.lwjgl.opengles.GLES20;
import org.lwjgl.opengles.GLESCapabilities;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Draws with OpenGL ES on one thread, without a window: the thread that makes it, and no other.
 *
 * <p>It is current there until closed, so a thread has one at a time. What is made in it is closed with it at the
 * latest.
 */
public final class EglContext implements AutoCloseable {
    private final EglDisplay display;
    private final long handle;
    private final Thread thread;
    private final GLESCapabilities capabilities;
    private final SequencedSet<EglResource> resources = new LinkedHashSet<>();
    private boolean open = true;

    private EglContext(EglDisplay display, long handle, GLESCapabilities capabilities) {
        this.display = display;
        this.handle = handle;
        this.thread = Thread.currentThread();
        this.capabilities = capabilities;
    }

    /**
     * Makes a context of OpenGL ES 3, or 2 where there is no 3, and makes it current.
     *
     * @param display stays the caller's; close it after the context
     * @return the caller's to close, on this thread
     * @throws IllegalStateException if this thread has a context already
     * @throws VitrineException NOT_SUPPORTED if the driver can't draw without a surface
     */
    public static EglContext create(EglDisplay display) {
        if (EGL14.eglGetCurrentContext() != 0) {
            throw new IllegalStateException("This thread has an EGL context already");
        }
        display.require("EGL_KHR_surfaceless_context", "Use a newer driver: Mesa has it since version 9");
        long displayHandle = display.beginContext();
        try {
            return create(display, ContextCreation.create(displayHandle));
        } catch (RuntimeException e) {
            display.endContext();
            throw e;
        }
    }

    private static EglContext create(EglDisplay display, long handle) {
        try {
            if (!EGL10.eglMakeCurrent(display.handle(), 0, 0, handle)) {
                throw EglException.ofLastCall("eglMakeCurrent", "Close the thread's other context first");
            }
            return new EglContext(display, handle, loadFunctions());
        } catch (RuntimeException e) {
            destroy(display, handle);
            throw e;
        }
    }

    private static GLESCapabilities loadFunctions() {
        try {
            return GLES.createCapabilities();
        } catch (LinkageError missing) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The library libGLESv2.so.2 is not there. Install the Debian package libgles2",
                    missing);
        }
    }

    private static void destroy(EglDisplay display, long handle) {
        EGL10.eglMakeCurrent(display.handle(), 0, 0, 0);
        GLES.setCapabilities(null);
        EGL10.eglDestroyContext(display.handle(), handle);
    }

    /** Returns the display it was made on. */
    public EglDisplay display() {
        return display;
    }

    /** Returns the driver's renderer and version, for people to read. */
    public String description() {
        requireUsable();
        return GLES20.glGetString(GLES20.GL_RENDERER) + ", " + GLES20.glGetString(GLES20.GL_VERSION);
    }

    /** Returns the greatest width and height of a texture. */
    int maxTexturePixels() {
        requireUsable();
        return GLES20.glGetInteger(GLES20.GL_MAX_TEXTURE_SIZE);
    }

    GLESCapabilities capabilities() {
        return capabilities;
    }

    long handle() {
        return handle;
    }

    /** Returns how many things made in this context are open. */
    public int openResources() {
        return resources.size();
    }

    /**
     * Sees to it that calls reach this context.
     *
     * @throws WrongThreadException on another thread than that which made it
     * @throws IllegalStateException if it is closed, or somebody else's context was made current meanwhile
     */
    void requireUsable() {
        if (!Thread.currentThread().equals(thread)) {
            throw new WrongThreadException("This EGL context belongs to another thread");
        }
        if (!open || EGL14.eglGetCurrentContext() != handle) {
            throw new IllegalStateException(open ? "Another context is current" : "The EGL context is closed");
        }
    }

    void add(EglResource resource) {
        resources.add(resource);
    }

    void remove(EglResource resource) {
        resources.remove(resource);
    }

    /**
     * Closes what was made in it and is still open, then destroys it.
     *
     * @throws WrongThreadException on another thread than that which made it
     * @throws IllegalStateException if it is closed already
     */
    @Override
    public void close() {
        requireUsable();
        List<EglResource> left = new ArrayList<>(resources.reversed());
        left.stream().filter(EglResource::isOpen).forEach(EglResource::close);
        open = false;
        destroy(display, handle);
        display.endContext();
    }
}
