package org.vitrine.gpu.egl;

import org.vitrine.gpu.gbm.GbmDevice;

/** Chooses what EGL draws with. */
public sealed interface EglPlatform {
    /**
     * The device behind GBM, which also allocates.
     *
     * @param device stays the caller's; the display keeps it alive
     */
    record Gbm(GbmDevice device) implements EglPlatform {}

    /**
     * A device of EGL's list.
     *
     * @param index its place in {@link EglDevice#all()}
     */
    record Device(int index) implements EglPlatform {}

    /**
     * The device of EGL's list that has a DRM node.
     *
     * @param path such as {@code /dev/dri/renderD128}
     */
    record DeviceNode(String path) implements EglPlatform {}

    /** Whatever Mesa finds, without a screen: the first GPU, or the processor. */
    record Surfaceless() implements EglPlatform {}
}
