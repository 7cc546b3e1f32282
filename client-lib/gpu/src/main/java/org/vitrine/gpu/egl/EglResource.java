package org.vitrine.gpu.egl;

/** Is made in a context, and used and closed on its thread. */
public abstract sealed class EglResource implements AutoCloseable
        permits DmaBufTexture, EglImage, EglRenderTarget, Framebuffer, GlTexture, ImportCache, TextureCopy {
    private final EglContext context;
    private boolean open = true;

    EglResource(EglContext context) {
        context.requireUsable();
        this.context = context;
        context.add(this);
    }

    /** Returns the context it was made in. */
    public final EglContext context() {
        return context;
    }

    final boolean isOpen() {
        return open;
    }

    /**
     * Sees to it that this can be used now.
     *
     * @throws WrongThreadException on another thread than the context's
     * @throws IllegalStateException if this or the context is closed
     */
    final void requireUsable() {
        context.requireUsable();
        if (!open) {
            throw new IllegalStateException("The " + getClass().getSimpleName() + " is closed");
        }
    }

    /**
     * Frees it.
     *
     * @throws WrongThreadException on another thread than the context's
     * @throws IllegalStateException if it is closed already
     */
    @Override
    public final void close() {
        requireUsable();
        open = false;
        context.remove(this);
        release();
    }

    /** Frees the native object. Called once, on the context's thread. */
    abstract void release();
}
