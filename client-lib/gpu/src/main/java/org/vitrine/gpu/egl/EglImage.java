package org.vitrine.gpu.egl;

import static org.lwjgl.egl.EGL10.EGL_NONE;
import static org.lwjgl.egl.EXTImageDMABufImport.EGL_LINUX_DMA_BUF_EXT;
import static org.lwjgl.egl.KHRGLTexture2DImage.EGL_GL_TEXTURE_2D_KHR;

import java.util.List;
import java.util.Optional;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;

/** Holds an EGLImage: pixels that several APIs share. */
public final class EglImage extends EglResource {
    private final long handle;

    private EglImage(EglContext context, long handle) {
        super(context);
        this.handle = handle;
    }

    /**
     * Makes an image of a dma-buf's pixels, which are not copied. Checks the buffer first.
     *
     * @param buffer stays the caller's, who may close it right after
     * @param hints how a YUV format's colours are meant
     * @return the caller's to close
     * @throws VitrineException INVALID_DESCRIPTOR or INVALID_LAYOUT if the buffer is unsound (see {@link ImportCheck});
     *     NOT_SUPPORTED, mostly an {@link EglException}, if the driver can't import it
     */
    public static EglImage ofDmaBuf(EglContext context, Buffer<? extends Fd> buffer, Optional<YuvHints> hints) {
        context.requireUsable();
        EglDisplay display = context.display();
        display.require("EGL_EXT_image_dma_buf_import", "Map the buffer with the processor instead");
        ImportCheck.check(buffer);
        boolean withModifiers = display.has("EGL_EXT_image_dma_buf_import_modifiers");
        List<OwnedFd> duplicates =
                buffer.planes().stream().map(plane -> plane.fd().dup()).toList();
        try {
            int[] numbers = duplicates.stream().mapToInt(RawFds::numberOf).toArray();
            int[] attributes = ImageAttributes.of(buffer, numbers, withModifiers, hints);
            return create(context, 0, EGL_LINUX_DMA_BUF_EXT, 0, attributes);
        } finally {
            duplicates.forEach(OwnedFd::close);
        }
    }

    /**
     * Makes an image of a texture.
     *
     * @return the caller's to close
     * @throws EglException if the driver can't
     */
    static EglImage ofTexture(GlTexture texture) {
        EglContext context = texture.context();
        context.display().require("EGL_KHR_gl_texture_2D_image", "Draw into an EglRenderTarget instead");
        return create(context, context.handle(), EGL_GL_TEXTURE_2D_KHR, texture.name(), new int[] {EGL_NONE});
    }

    private static EglImage create(EglContext context, long owner, int kind, int source, int[] attributes) {
        long display = context.display().handle();
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long list = MemoryUtil.memAddress(stack.ints(attributes));
            long handle = JNI.callPPPPP(display, owner, kind, (long) source, list, EglFunction.CREATE_IMAGE.address());
            if (handle == 0) {
                throw EglException.ofLastCall(
                        EglFunction.CREATE_IMAGE.function(),
                        "The driver can't take this buffer: use one of the display's DmaBufFormats, or a buffer that"
                                + " this device or GBM on it made");
            }
            return new EglImage(context, handle);
        }
    }

    long handle() {
        requireUsable();
        return handle;
    }

    @Override
    void release() {
        JNI.callPPI(context().display().handle(), handle, EglFunction.DESTROY_IMAGE.address());
    }
}
