package org.vitrine.wire.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Converts text between Java and D-Bus: valid UTF-8 without NUL, nothing replaced (D-Bus specification, "Basic types").
 */
final class StrictText {
    private StrictText() {}

    /** Decodes bytes that are known to be inside the buffer, or throws {@link WireFault}. */
    static String decode(ByteBuffer bytes, int offset, int length) {
        byte[] text = new byte[length];
        bytes.get(offset, text);
        int highest = 0;
        boolean nul = false;
        for (byte unit : text) {
            highest |= unit;
            nul |= unit == 0;
        }
        if (nul) {
            throw new WireFault("string holds a NUL");
        }
        return highest >= 0 ? new String(text, ISO_8859_1) : decodeBeyondAscii(text);
    }

    /** Java replaces what is not UTF-8 (overlong forms and surrogates too), so only valid text comes back unchanged. */
    private static String decodeBeyondAscii(byte[] text) {
        String decoded = new String(text, UTF_8);
        if (!Arrays.equals(decoded.getBytes(UTF_8), text)) {
            throw new WireFault("string is not UTF-8");
        }
        return decoded;
    }

    /** Encodes, or throws {@link IllegalArgumentException} for a NUL or half a surrogate pair. */
    static byte[] encode(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("string holds a NUL");
        }
        if (text.codePoints().anyMatch(StrictText::isSurrogate)) {
            throw new IllegalArgumentException("string holds half a surrogate pair");
        }
        return text.getBytes(UTF_8);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
