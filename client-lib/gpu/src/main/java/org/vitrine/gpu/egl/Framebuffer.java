package org.vitrine.gpu.egl;

import static org.lwjgl.opengles.GLES20.GL_COLOR_ATTACHMENT0;
import static org.lwjgl.opengles.GLES20.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengles.GLES20.GL_FRAMEBUFFER;
import static org.lwjgl.opengles.GLES20.GL_FRAMEBUFFER_COMPLETE;
import static org.lwjgl.opengles.GLES20.GL_PACK_ALIGNMENT;
import static org.lwjgl.opengles.GLES20.GL_RGBA;
import static org.lwjgl.opengles.GLES20.GL_SCISSOR_TEST;
import static org.lwjgl.opengles.GLES20.GL_TEXTURE_2D;
import static org.lwjgl.opengles.GLES20.GL_UNSIGNED_BYTE;

import java.nio.ByteBuffer;
import org.lwjgl.opengles.GLES20;
import org.lwjgl.system.MemoryUtil;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Draws into a texture. */
public final class Framebuffer extends EglResource {
    private static final int BYTES_PER_PIXEL = 4;
    private static final int BYTE = 0xFF;

    private final GlTexture texture;
    private final int name;

    private Framebuffer(GlTexture texture) {
        super(texture.context());
        this.texture = texture;
        this.name = GLES20.glGenFramebuffers();
    }

    /**
     * Makes what draws into a texture.
     *
     * @param texture stays the caller's, open until this is closed
     * @throws VitrineException NOT_SUPPORTED if the driver can't draw into it
     */
    public static Framebuffer over(GlTexture texture) {
        if (texture.kind() != GlTexture.Kind.PLAIN) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "This format can only be sampled. Copy it with a TextureCopy, or ask for a format that"
                            + " DmaBufFormats calls drawable");
        }
        Framebuffer framebuffer = new Framebuffer(texture);
        try {
            framebuffer.attach();
            return framebuffer;
        } catch (RuntimeException e) {
            framebuffer.close();
            throw e;
        }
    }

    private void attach() {
        GlErrors.forget();
        GLES20.glBindFramebuffer(GL_FRAMEBUFFER, name);
        GLES20.glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture.name(), 0);
        if (GLES20.glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The driver can't draw into this format. Use ABGR8888 or XRGB8888, or sample it with a TextureCopy");
        }
    }

    /** Makes all drawing go here, over the whole picture. */
    public void bind() {
        requireUsable();
        GLES20.glBindFramebuffer(GL_FRAMEBUFFER, name);
        GLES20.glViewport(0, 0, texture.widthPixels(), texture.heightPixels());
    }

    /**
     * Fills a rectangle with one colour, whatever lies beyond the picture aside. Doesn't wait for the GPU.
     *
     * @param x from the left, in pixels
     * @param y from the first row in memory, in pixels
     * @param argb {@code 0xAARRGGBB}
     */
    public void fill(int x, int y, int widthPixels, int heightPixels, int argb) {
        bind();
        GLES20.glEnable(GL_SCISSOR_TEST);
        GLES20.glScissor(x, y, widthPixels, heightPixels);
        GLES20.glClearColor(part(argb, 16), part(argb, 8), part(argb, 0), part(argb, 24));
        GLES20.glClear(GL_COLOR_BUFFER_BIT);
        GLES20.glDisable(GL_SCISSOR_TEST);
    }

    private static float part(int argb, int shift) {
        return (argb >>> shift & BYTE) / (float) BYTE;
    }

    /** Waits until the GPU has drawn everything. */
    public void finish() {
        requireUsable();
        GLES20.glFinish();
    }

    /** Returns the texture that is drawn into. */
    public GlTexture texture() {
        return texture;
    }

    /**
     * Reads the picture back; waits for the GPU.
     *
     * @return red, green, blue and alpha of each pixel, row by row, the first row in memory first
     * @throws VitrineException NOT_SUPPORTED if the driver refuses; LIMITS_EXCEEDED if the picture is 2 GiB or more
     */
    public byte[] readPixels() {
        bind();
        byte[] pixels = new byte[sizeBytes()];
        ByteBuffer memory = MemoryUtil.memAlloc(pixels.length);
        try {
            GlErrors.forget();
            GLES20.glPixelStorei(GL_PACK_ALIGNMENT, 1);
            GLES20.glReadPixels(0, 0, texture.widthPixels(), texture.heightPixels(), GL_RGBA, GL_UNSIGNED_BYTE, memory);
            GlErrors.check("glReadPixels", "Sample it with a TextureCopy and read that");
            memory.get(pixels);
            return pixels;
        } finally {
            MemoryUtil.memFree(memory);
        }
    }

    private int sizeBytes() {
        long bytes = (long) texture.widthPixels() * texture.heightPixels() * BYTES_PER_PIXEL;
        if (bytes > Integer.MAX_VALUE) {
            throw new VitrineException(ErrorName.LIMITS_EXCEEDED, "The picture is too large to be read at once");
        }
        return (int) bytes;
    }

    @Override
    void release() {
        GLES20.glDeleteFramebuffers(name);
    }
}
