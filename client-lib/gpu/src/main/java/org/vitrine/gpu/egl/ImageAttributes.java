package org.vitrine.gpu.egl;

import static org.lwjgl.egl.EGL10.EGL_HEIGHT;
import static org.lwjgl.egl.EGL10.EGL_NONE;
import static org.lwjgl.egl.EGL10.EGL_WIDTH;
import static org.lwjgl.egl.EXTImageDMABufImport.EGL_LINUX_DRM_FOURCC_EXT;
import static org.lwjgl.egl.EXTImageDMABufImport.EGL_SAMPLE_RANGE_HINT_EXT;
import static org.lwjgl.egl.EXTImageDMABufImport.EGL_YUV_COLOR_SPACE_HINT_EXT;

import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.Plane;

/**
 * Writes the attributes with which EGL imports a dma-buf.
 *
 * <p>EGL's numbers are signed and have 32 bits: what does not fit is refused, never cut. The halves of a modifier alone
 * are bit patterns. Source of the order and the rules: {@code EGL_EXT_image_dma_buf_import} and {@code …_modifiers}.
 */
final class ImageAttributes {
    private static final int PLANES_WITHOUT_EXTENSION = 3;

    private final IntStream.Builder list = IntStream.builder();

    private ImageAttributes() {}

    /**
     * Writes the list.
     *
     * @param numbers the planes' descriptors, open during the call that reads the list
     * @param withModifiers whether the display has {@code EGL_EXT_image_dma_buf_import_modifiers}
     * @throws VitrineException INVALID_LAYOUT for an offset or stride of 2^31 or more; NOT_SUPPORTED for a format or
     *     modifier that can't be said
     */
    static int[] of(Buffer<?> buffer, int[] numbers, boolean withModifiers, Optional<YuvHints> hints) {
        requireSayable(buffer, withModifiers);
        ImageAttributes attributes = new ImageAttributes();
        attributes.add(EGL_WIDTH, buffer.widthPixels());
        attributes.add(EGL_HEIGHT, buffer.heightPixels());
        attributes.add(EGL_LINUX_DRM_FOURCC_EXT, buffer.format().fourCc().code());
        boolean sayModifier = withModifiers && !buffer.format().modifier().equals(Modifier.INVALID);
        for (int i = 0; i < buffer.planes().size(); i++) {
            PlaneAttributes names = PlaneAttributes.of(i);
            attributes.addPlace(names, buffer.planes().get(i), numbers[i]);
            if (sayModifier) {
                long bits = buffer.format().modifier().bits();
                attributes.add(names.modifierLow(), (int) bits);
                attributes.add(names.modifierHigh(), (int) (bits >>> Integer.SIZE));
            }
        }
        hints.ifPresent(yuv -> {
            attributes.add(EGL_YUV_COLOR_SPACE_HINT_EXT, yuv.colourSpace().value());
            attributes.add(EGL_SAMPLE_RANGE_HINT_EXT, yuv.range().value());
        });
        return attributes.list.add(EGL_NONE).build().toArray();
    }

    private static void requireSayable(Buffer<?> buffer, boolean withModifiers) {
        if (buffer.format().fourCc().isBigEndian()) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED, "EGL imports no big-endian formats. Ask for the little-endian twin");
        }
        Modifier modifier = buffer.format().modifier();
        if (!withModifiers && !modifier.isLinear() && !modifier.equals(Modifier.INVALID)) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "This driver lacks EGL_EXT_image_dma_buf_import_modifiers, so it can't be told " + modifier
                            + ". Ask for LINEAR");
        }
        if (!withModifiers && buffer.planes().size() > PLANES_WITHOUT_EXTENSION) {
            throw new VitrineException(
                    ErrorName.NOT_SUPPORTED,
                    "This driver lacks EGL_EXT_image_dma_buf_import_modifiers, so it takes no fourth plane. Ask for"
                            + " LINEAR");
        }
    }

    private void addPlace(PlaneAttributes names, Plane<?> plane, int number) {
        add(names.descriptor(), number);
        add(names.offset(), fitting(plane.offsetBytes()));
        add(names.stride(), fitting(plane.strideBytes()));
    }

    private static int fitting(long bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw new VitrineException(
                    ErrorName.INVALID_LAYOUT,
                    "An offset or stride of " + bytes + " bytes is more than EGL can be told; give less than 2^31");
        }
        return Math.toIntExact(bytes);
    }

    private void add(int name, int value) {
        list.add(name).add(value);
    }
}
