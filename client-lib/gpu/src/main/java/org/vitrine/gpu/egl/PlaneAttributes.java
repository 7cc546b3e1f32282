package org.vitrine.gpu.egl;

import org.lwjgl.egl.EXTImageDMABufImport;
import org.lwjgl.egl.EXTImageDMABufImportModifiers;

/** Names the attributes of one plane. The numbers of the first three planes are in a row, those of the fourth apart. */
record PlaneAttributes(int descriptor, int offset, int stride, int modifierLow, int modifierHigh) {
    private static final int FOURTH = 3;

    static PlaneAttributes of(int plane) {
        int low = EXTImageDMABufImportModifiers.EGL_DMA_BUF_PLANE0_MODIFIER_LO_EXT + 2 * plane;
        int descriptor = plane == FOURTH
                ? EXTImageDMABufImportModifiers.EGL_DMA_BUF_PLANE3_FD_EXT
                : EXTImageDMABufImport.EGL_DMA_BUF_PLANE0_FD_EXT + FOURTH * plane;
        return new PlaneAttributes(descriptor, descriptor + 1, descriptor + 2, low, low + 1);
    }
}
