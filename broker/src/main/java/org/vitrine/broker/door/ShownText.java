package org.vitrine.broker.door;

/**
 * Refuses text of peers that must not reach a screen: of no length, too long, or with characters that control the
 * terminal, break the line, or make text read in another order than it is written (Unicode Standard Annex 9).
 */
public final class ShownText {
    private ShownText() {}

    /** Refuses with InvalidArgument. */
    public static void check(String name, String text, int maxCharacters) {
        int characters = text.codePointCount(0, text.length());
        if (characters < 1 || characters > maxCharacters) {
            throw Options.invalid(name + " has " + characters + " characters, it must have 1 to " + maxCharacters);
        }
        if (text.codePoints().anyMatch(ShownText::isControl)) {
            throw Options.invalid(name + " has a control character in it, write plain text");
        }
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= 0x2028 && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
