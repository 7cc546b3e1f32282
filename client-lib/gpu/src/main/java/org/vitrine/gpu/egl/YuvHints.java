package org.vitrine.gpu.egl;

import static org.lwjgl.egl.EXTImageDMABufImport.EGL_ITU_REC2020_EXT;
import static org.lwjgl.egl.EXTImageDMABufImport.EGL_ITU_REC601_EXT;
import static org.lwjgl.egl.EXTImageDMABufImport.EGL_ITU_REC709_EXT;
import static org.lwjgl.egl.EXTImageDMABufImport.EGL_YUV_FULL_RANGE_EXT;
import static org.lwjgl.egl.EXTImageDMABufImport.EGL_YUV_NARROW_RANGE_EXT;

/**
 * Says how the numbers of a YUV format mean colours.
 *
 * @param colourSpace which standard
 * @param range which numbers are black and white
 */
public record YuvHints(ColourSpace colourSpace, Range range) {
    /** What Mesa takes without a hint: television of standard resolution. */
    public static final YuvHints DEFAULT = new YuvHints(ColourSpace.REC601, Range.NARROW);

    /** Names a standard of the ITU. */
    public enum ColourSpace {
        REC601(EGL_ITU_REC601_EXT),
        REC709(EGL_ITU_REC709_EXT),
        REC2020(EGL_ITU_REC2020_EXT);

        private final int value;

        ColourSpace(int value) {
            this.value = value;
        }

        int value() {
            return value;
        }
    }

    /** Tells which numbers are used. */
    public enum Range {
        /** 0 to 255. */
        FULL(EGL_YUV_FULL_RANGE_EXT),
        /** 16 to 235. */
        NARROW(EGL_YUV_NARROW_RANGE_EXT);

        private final int value;

        Range(int value) {
            this.value = value;
        }

        int value() {
            return value;
        }
    }
}
