package org.vitrine.api.image;

import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a {@link FourCc} as text and reads it back. Each text stands for one code, and each code has one text. */
final class FourCcText {

    private static final String BIG_ENDIAN_SUFFIX = "_BE";
    private static final Pattern CHARACTERS = Pattern.compile("(?!0x)[A-Za-z0-9][A-Za-z0-9 ]{0,3}");
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]{8}");

    private FourCcText() {}

    static String print(FourCc format) {
        String base = FormatTable.nameOf(format.littleEndian()).orElseGet(() -> characters(format));
        String text = format.isBigEndian() ? base + BIG_ENDIAN_SUFFIX : base;
        boolean readsBack = parse(text).filter(format::equals).isPresent();
        return readsBack ? text : String.format("0x%08x", format.code());
    }

    static Optional<FourCc> parse(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new FourCc(Integer.parseUnsignedInt(text, 2, text.length(), 16)));
        }
        if (text.endsWith(BIG_ENDIAN_SUFFIX)) {
            String base = text.substring(0, text.length() - BIG_ENDIAN_SUFFIX.length());
            return parseLittleEndian(base).map(FourCc::bigEndian);
        }
        return parseLittleEndian(text);
    }

    static Optional<FourCc> ofCharacters(String characters) {
        int length = characters.length();
        if (length == 0 || length > 4 || characters.chars().anyMatch(c -> c > 0x7f)) {
            return Optional.empty();
        }
        int code = 0;
        for (int i = 3; i >= 0; i--) {
            code = code << 8 | (i < length ? characters.charAt(i) : ' ');
        }
        return Optional.of(new FourCc(code));
    }

    private static Optional<FourCc> parseLittleEndian(String text) {
        return FormatTable.codeOf(text)
                .or(() -> CHARACTERS.matcher(text).matches() ? ofCharacters(text) : Optional.empty());
    }

    private static String characters(FourCc format) {
        StringBuilder text = new StringBuilder(4);
        for (int shift = 0; shift < 32; shift += 8) {
            text.append((char) (format.littleEndian().code() >>> shift & 0xff));
        }
        return text.toString().stripTrailing();
    }
}
