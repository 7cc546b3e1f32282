package org.vitrine.cli.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.api.image.FourCc;
import org.vitrine.client.Pixels;

/** Converts between pictures and the pixels of one format. */
public sealed interface PixelConversion permits PackedConversion, Nv12Conversion {
    /** Reads pixels that nobody changes meanwhile. */
    Picture read(Pixels pixels);

    /**
     * Draws a picture into pixels of its size.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    void draw(Picture picture, Pixels pixels);

    /** Finds the conversion for a format; empty for formats that are not read or drawn here. */
    static Optional<PixelConversion> find(FourCc format) {
        return Optional.ofNullable(KnownConversions.BY_NAME.get(format.name()));
    }

    /** Returns the names of the formats there are conversions for, in order. */
    static List<String> formatNames() {
        return List.copyOf(KnownConversions.BY_NAME.keySet());
    }

    /** Reads pixels of any format there is a conversion for; empty for others. */
    static Optional<Picture> readAny(Pixels pixels) {
        return find(pixels.format().fourCc()).map(conversion -> conversion.read(pixels));
    }

    /** Lists the conversions, by the names of {@code drm_fourcc.h}. */
    final class KnownConversions {
        private static final Map<String, PixelConversion> BY_NAME = new TreeMap<>(Map.ofEntries(
                Map.entry(
                        "XRGB8888",
                        PackedConversion.opaque(4, Channel.byteAt(16), Channel.byteAt(8), Channel.byteAt(0))),
                Map.entry(
                        "XBGR8888",
                        PackedConversion.opaque(4, Channel.byteAt(0), Channel.byteAt(8), Channel.byteAt(16))),
                Map.entry(
                        "RGBX8888",
                        PackedConversion.opaque(4, Channel.byteAt(24), Channel.byteAt(16), Channel.byteAt(8))),
                Map.entry(
                        "BGRX8888",
                        PackedConversion.opaque(4, Channel.byteAt(8), Channel.byteAt(16), Channel.byteAt(24))),
                Map.entry(
                        "ARGB8888",
                        PackedConversion.withAlpha(
                                Channel.byteAt(24), Channel.byteAt(16), Channel.byteAt(8), Channel.byteAt(0))),
                Map.entry(
                        "ABGR8888",
                        PackedConversion.withAlpha(
                                Channel.byteAt(24), Channel.byteAt(0), Channel.byteAt(8), Channel.byteAt(16))),
                Map.entry(
                        "RGBA8888",
                        PackedConversion.withAlpha(
                                Channel.byteAt(0), Channel.byteAt(24), Channel.byteAt(16), Channel.byteAt(8))),
                Map.entry(
                        "BGRA8888",
                        PackedConversion.withAlpha(
                                Channel.byteAt(0), Channel.byteAt(8), Channel.byteAt(16), Channel.byteAt(24))),
                Map.entry(
                        "RGB888", PackedConversion.opaque(3, Channel.byteAt(16), Channel.byteAt(8), Channel.byteAt(0))),
                Map.entry(
                        "BGR888", PackedConversion.opaque(3, Channel.byteAt(0), Channel.byteAt(8), Channel.byteAt(16))),
                Map.entry(
                        "RGB565", PackedConversion.opaque(2, new Channel(11, 5), new Channel(5, 6), new Channel(0, 5))),
                Map.entry(
                        "BGR565", PackedConversion.opaque(2, new Channel(0, 5), new Channel(5, 6), new Channel(11, 5))),
                Map.entry("NV12", new Nv12Conversion())));

        private KnownConversions() {}
    }
}
