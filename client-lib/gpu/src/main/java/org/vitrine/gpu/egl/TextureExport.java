package org.vitrine.gpu.egl;

import java.util.Arrays;
import org.lwjgl.system.JNI;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.fd.OwnedFd;

/** Exports a texture as a dma-buf, which then shares its pixels. */
public final class TextureExport {
    private static final String USE_TARGET =
            "Allocate the buffer with GBM (GbmAllocator) and draw into it with an EglRenderTarget instead";

    private TextureExport() {}

    /**
     * Exports a texture; the pixels are not copied, and are those of the texture from then on.
     *
     * <p>Many drivers do so only for textures over memory that they can share: Mesa's software drivers, for one, export
     * no ordinary texture.
     *
     * @param texture stays the caller's
     * @return descriptors that are the caller's to close, plane by plane
     * @throws VitrineException NOT_SUPPORTED if the driver exports it not, with what to do instead
     */
    public static Buffer<OwnedFd> export(GlTexture texture) {
        EglDisplay display = texture.context().display();
        display.require("EGL_MESA_image_dma_buf_export", USE_TARGET);
        try (EglImage image = EglImage.ofTexture(texture)) {
            Header header = Header.query(display, image);
            int[] numbers = header.room(-1);
            int[] strides = header.room(0);
            int[] offsets = header.room(0);
            int done = JNI.callPPPPPI(
                    display.handle(),
                    image.handle(),
                    numbers,
                    strides,
                    offsets,
                    EglFunction.EXPORT_DMA_BUF_IMAGE.address());
            if (done == 0) {
                throw EglException.ofLastCall(EglFunction.EXPORT_DMA_BUF_IMAGE.function(), USE_TARGET);
            }
            return new Buffer<>(
                    texture.widthPixels(),
                    texture.heightPixels(),
                    header.format(),
                    ExportedPlanes.take(numbers, offsets, strides));
        }
    }

    /** What a driver says of an image before it exports it. */
    private record Header(DrmFormat format, int planeCount) {
        static Header query(EglDisplay display, EglImage image) {
            int[] fourCc = new int[1];
            int[] count = new int[1];
            long[] modifiers = new long[Buffer.MAX_PLANES];
            Arrays.fill(modifiers, Modifier.INVALID.bits());
            long function = EglFunction.EXPORT_DMA_BUF_IMAGE_QUERY.address();
            int done = JNI.callPPPPPI(display.handle(), image.handle(), fourCc, count, (long[]) null, function);
            boolean sound = done != 0 && count[0] >= 1 && count[0] <= Buffer.MAX_PLANES;
            if (!sound || JNI.callPPPPPI(display.handle(), image.handle(), fourCc, count, modifiers, function) == 0) {
                throw EglException.ofLastCall(EglFunction.EXPORT_DMA_BUF_IMAGE_QUERY.function(), USE_TARGET);
            }
            return new Header(new DrmFormat(new FourCc(fourCc[0]), new Modifier(modifiers[0])), count[0]);
        }

        int[] room(int content) {
            int[] room = new int[planeCount];
            Arrays.fill(room, content);
            return room;
        }
    }
}
