package org.vitrine.gpu.egl;

import org.lwjgl.opengles.GLES20;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.Fd;

/**
 * Draws into a buffer that can be shared: the way to share what OpenGL ES draws on every driver.
 *
 * <p>Allocate a buffer, with GBM for example, and draw into it with this. Before a frame is published,
 * {@link #finish()} or a fence of {@link EglFences} says when the pixels are there.
 */
public final class EglRenderTarget extends EglResource {
    private final DmaBufTexture storage;
    private final Framebuffer framebuffer;

    private EglRenderTarget(DmaBufTexture storage, Framebuffer framebuffer) {
        super(storage.context());
        this.storage = storage;
        this.framebuffer = framebuffer;
    }

    /**
     * Makes a target of a buffer.
     *
     * @param buffer stays the caller's, who may close it right after; in a format that {@link DmaBufFormats} calls
     *     drawable
     * @return the caller's to close
     * @throws VitrineException as {@link DmaBufTexture#importFrom(EglContext, Buffer)}; NOT_SUPPORTED if the driver
     *     can't draw into it
     */
    public static EglRenderTarget over(EglContext context, Buffer<? extends Fd> buffer) {
        DmaBufTexture storage = DmaBufTexture.importFrom(context, buffer);
        try {
            return new EglRenderTarget(storage, Framebuffer.over(storage.texture()));
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** Returns what draws into the buffer; it is closed with this. */
    public Framebuffer framebuffer() {
        requireUsable();
        return framebuffer;
    }

    /** Makes all drawing go into the buffer. */
    public void bind() {
        framebuffer().bind();
    }

    /** Waits until everything is drawn. */
    public void finish() {
        requireUsable();
        GLES20.glFinish();
    }

    @Override
    void release() {
        framebuffer.close();
        storage.close();
    }
}
