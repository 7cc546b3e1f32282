package org.vitrine.broker.journal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Escapes what could control a terminal, break a line or turn text around: control and format characters, line and
 * paragraph separators, and what lies beyond the first 65,536 characters, which may be format characters too.
 */
final class HarmlessEscapes extends CharacterEscapes {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int DELETE = 0x7f;

    HarmlessEscapes() {}

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> new SerializedString("\\u%04X".formatted(c));
            default -> null;
        };
    }
}
