package org.vitrine.api.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Knows every pixel format of the kernel's {@code include/uapi/drm/drm_fourcc.h}: its name, code and sizes.
 *
 * <p>Read once, when first used, from the resource {@code drm-formats.txt} beside this class. Safe for use by any
 * thread.
 */
public final class FormatTable {

    private static final Map<String, FourCc> CODES = new LinkedHashMap<>();
    private static final Map<FourCc, FormatLine> LINES = new HashMap<>();

    static {
        add(new FormatLine("INVALID", FourCc.INVALID, Optional.empty()));
        readLines().forEach(FormatTable::add);
    }

    private FormatTable() {}

    /**
     * Returns the sizes of a format's planes.
     *
     * <p>The big-endian twin of a format has the same sizes.
     *
     * @return nothing if the format is unknown, or known only with vendor modifiers (such as {@code YUV420_8BIT})
     */
    public static Optional<PixelLayout> find(FourCc format) {
        return Optional.ofNullable(LINES.get(format.littleEndian())).flatMap(FormatLine::layout);
    }

    /** Returns the names of all formats, without {@code DRM_FORMAT_}, in the table's order. */
    public static List<String> names() {
        return List.copyOf(CODES.keySet());
    }

    static Optional<String> nameOf(FourCc littleEndian) {
        return Optional.ofNullable(LINES.get(littleEndian)).map(FormatLine::name);
    }

    static Optional<FourCc> codeOf(String name) {
        return Optional.ofNullable(CODES.get(name));
    }

    private static void add(FormatLine line) {
        FourCc other = CODES.put(line.name(), line.format());
        FormatLine twin = LINES.put(line.format(), line);
        if (other != null || twin != null) {
            throw new IllegalStateException("Format " + line.name() + " is in the table twice");
        }
    }

    private static List<FormatLine> readLines() {
        try (InputStream in = FormatTable.class.getResourceAsStream("drm-formats.txt");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(FormatLine::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
