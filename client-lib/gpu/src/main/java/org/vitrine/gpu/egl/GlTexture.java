package org.vitrine.gpu.egl;

import static org.lwjgl.opengles.GLES20.GL_CLAMP_TO_EDGE;
import static org.lwjgl.opengles.GLES20.GL_NEAREST;
import static org.lwjgl.opengles.GLES20.GL_RGBA;
import static org.lwjgl.opengles.GLES20.GL_TEXTURE_2D;
import static org.lwjgl.opengles.GLES20.GL_TEXTURE_MAG_FILTER;
import static org.lwjgl.opengles.GLES20.GL_TEXTURE_MIN_FILTER;
import static org.lwjgl.opengles.GLES20.GL_TEXTURE_WRAP_S;
import static org.lwjgl.opengles.GLES20.GL_TEXTURE_WRAP_T;
import static org.lwjgl.opengles.GLES20.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengles.OESEGLImageExternal.GL_TEXTURE_EXTERNAL_OES;

import java.nio.ByteBuffer;
import org.lwjgl.opengles.GLES20;
import org.lwjgl.opengles.OESEGLImage;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Holds a texture of OpenGL ES, sampled without smoothing. */
public final class GlTexture extends EglResource {
    /** Tells how a shader samples a texture. */
    public enum Kind {
        /** As {@code sampler2D}; it can be drawn into too. */
        PLAIN(GL_TEXTURE_2D),
        /** As {@code samplerExternalOES}, which turns YUV into RGB. */
        EXTERNAL(GL_TEXTURE_EXTERNAL_OES);

        private final int target;

        Kind(int target) {
            this.target = target;
        }

        int target() {
            return target;
        }
    }

    private final int name;
    private final Kind kind;
    private final int widthPixels;
    private final int heightPixels;

    private GlTexture(EglContext context, Kind kind, int widthPixels, int heightPixels) {
        super(context);
        this.kind = kind;
        this.widthPixels = widthPixels;
        this.heightPixels = heightPixels;
        this.name = GLES20.glGenTextures();
    }

    /**
     * Makes an ordinary texture of four bytes a pixel: red, green, blue, alpha.
     *
     * @throws VitrineException LIMITS_EXCEEDED if memory is out, NOT_SUPPORTED if it is too large
     */
    public static GlTexture ofColours(EglContext context, int widthPixels, int heightPixels) {
        return filled(context, Kind.PLAIN, widthPixels, heightPixels, () -> {
            GLES20.glTexImage2D(
                    GL_TEXTURE_2D, 0, GL_RGBA, widthPixels, heightPixels, 0, GL_RGBA, GL_UNSIGNED_BYTE, (ByteBuffer)
                            null);
            GlErrors.check("glTexImage2D", "Use a smaller picture");
        });
    }

    /**
     * Makes a texture of an image's pixels, which are not copied.
     *
     * @param image stays the caller's, who may close it right after
     * @throws VitrineException NOT_SUPPORTED if the driver can't
     */
    static GlTexture ofImage(EglImage image, Kind kind, int widthPixels, int heightPixels) {
        EglContext context = image.context();
        requireBindable(context, kind);
        return filled(context, kind, widthPixels, heightPixels, () -> {
            OESEGLImage.glEGLImageTargetTexture2DOES(kind.target(), image.handle());
            GlErrors.check(
                    "glEGLImageTargetTexture2DOES",
                    "The driver can't sample this format as " + kind + ": use one of the display's DmaBufFormats");
        });
    }

    private static void requireBindable(EglContext context, Kind kind) {
        boolean there = switch (kind) {
            case PLAIN -> context.capabilities().GL_OES_EGL_image;
            case EXTERNAL -> context.capabilities().GL_OES_EGL_image_external;
        };
        if (!there) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "The driver lacks GL_OES_EGL_image" + (kind == Kind.EXTERNAL ? "_external" : "")
                            + ". Map the buffer with the processor instead");
        }
    }

    private static GlTexture filled(
            EglContext context, Kind kind, int widthPixels, int heightPixels, Runnable storage) {
        GlTexture texture = new GlTexture(context, kind, widthPixels, heightPixels);
        try {
            GlErrors.forget();
            texture.bind();
            GLES20.glTexParameteri(kind.target(), GL_TEXTURE_MIN_FILTER, GL_NEAREST);
            GLES20.glTexParameteri(kind.target(), GL_TEXTURE_MAG_FILTER, GL_NEAREST);
            GLES20.glTexParameteri(kind.target(), GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
            GLES20.glTexParameteri(kind.target(), GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
            storage.run();
            return texture;
        } catch (RuntimeException e) {
            texture.close();
            throw e;
        }
    }

    /** Binds it to the active texture unit. */
    public void bind() {
        GLES20.glBindTexture(kind.target(), name());
    }

    /** Returns OpenGL's name for it, for the caller's own calls. */
    public int name() {
        requireUsable();
        return name;
    }

    /** Returns how a shader samples it. */
    public Kind kind() {
        return kind;
    }

    /** Returns its width. */
    public int widthPixels() {
        return widthPixels;
    }

    /** Returns its height. */
    public int heightPixels() {
        return heightPixels;
    }

    @Override
    void release() {
        GLES20.glDeleteTextures(name);
    }
}
