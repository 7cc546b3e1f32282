package org.vitrine.gpu.egl;

import java.util.Optional;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.Fd;

/** Holds a buffer that was imported: its pixels as a texture, not copied. Keeps the storage alive. */
public final class DmaBufTexture extends EglResource {
    private final EglImage image;
    private final GlTexture texture;

    private DmaBufTexture(EglImage image, GlTexture texture) {
        super(image.context());
        this.image = image;
        this.texture = texture;
    }

    /**
     * Imports a buffer: as a plain texture where the driver can, else as an external one, such as YUV.
     *
     * @param buffer stays the caller's, who may close it right after
     * @return the caller's to close
     * @throws VitrineException INVALID_DESCRIPTOR or INVALID_LAYOUT if the buffer is unsound; NOT_SUPPORTED, mostly an
     *     {@link EglException}, if the driver can't import it
     */
    public static DmaBufTexture importFrom(EglContext context, Buffer<? extends Fd> buffer) {
        boolean yuv = YuvFormats.contains(buffer.format().fourCc());
        return importFrom(context, buffer, yuv ? Optional.of(YuvHints.DEFAULT) : Optional.empty());
    }

    /** Imports a buffer as {@link #importFrom(EglContext, Buffer)}, with what is known of a YUV format's colours. */
    public static DmaBufTexture importFrom(EglContext context, Buffer<? extends Fd> buffer, Optional<YuvHints> hints) {
        int mostPixels = context.maxTexturePixels();
        if (buffer.widthPixels() > mostPixels || buffer.heightPixels() > mostPixels) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "This driver's textures are at most " + mostPixels
                            + " pixels wide and high. Ask for a smaller one");
        }
        EglImage image = EglImage.ofDmaBuf(context, buffer, hints);
        try {
            ForeignStorageProbe.check(context, buffer);
            GlTexture.Kind kind = kindOf(context.display(), buffer);
            return new DmaBufTexture(
                    image, GlTexture.ofImage(image, kind, buffer.widthPixels(), buffer.heightPixels()));
        } catch (RuntimeException e) {
            image.close();
            throw e;
        }
    }

    private static GlTexture.Kind kindOf(EglDisplay display, Buffer<?> buffer) {
        boolean external = YuvFormats.contains(buffer.format().fourCc())
                || (display.has("EGL_EXT_image_dma_buf_import_modifiers")
                        && DmaBufFormats.of(display).isExternalOnly(buffer.format()));
        return external ? GlTexture.Kind.EXTERNAL : GlTexture.Kind.PLAIN;
    }

    /** Returns the texture; it is closed with this. */
    public GlTexture texture() {
        requireUsable();
        return texture;
    }

    @Override
    void release() {
        texture.close();
        image.close();
    }
}
