package org.vitrine.gpu.egl;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.api.image.FourCc;

/** Knows which formats store brightness and colour apart. Source: {@code drm_fourcc.h}. */
final class YuvFormats {
    private static final Set<FourCc> ONE_PLANE = Stream.of(
                    "YUYV",
                    "YVYU",
                    "UYVY",
                    "VYUY",
                    "AYUV",
                    "AVUY8888",
                    "XYUV8888",
                    "XVUY8888",
                    "VUY888",
                    "VUY101010",
                    "Y210",
                    "Y212",
                    "Y216",
                    "Y410",
                    "Y412",
                    "Y416",
                    "XVYU2101010",
                    "XVYU12_16161616",
                    "XVYU16161616",
                    "Y0L0",
                    "X0L0",
                    "Y0L2",
                    "X0L2",
                    "YUV420_8BIT",
                    "YUV420_10BIT")
            .map(FourCc::ofName)
            .collect(Collectors.toUnmodifiableSet());

    private YuvFormats() {}

    /** Tells whether a format is YUV: one of several planes, or one of those that pack it into one. */
    static boolean contains(FourCc fourCc) {
        return ONE_PLANE.contains(fourCc.littleEndian())
                || fourCc.layout().filter(layout -> layout.planeCount() > 1).isPresent();
    }
}
