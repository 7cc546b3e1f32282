package org.vitrine.broker.consent;

/**
 * Makes text of strangers fit to be shown among words of ours: it can't leave its line or its quotes, reorder what
 * stands beside it, hide, be taken for markup, or fill the screen.
 */
final class HarmlessText {
    /** More marks on one letter reach into the lines above and below (Unicode Standard Annex 15, stream-safe: 30). */
    private static final int MOST_MARKS = 4;

    private static final int REPLACEMENT = 0xFFFD;
    private static final String CUT = "…";

    private final StringBuilder text = new StringBuilder();
    private int marks;
    private boolean spaceWaits;

    private HarmlessText() {}

    /**
     * Makes a text harmless.
     *
     * @param mostCharacters how many characters are left of it at most, with what tells that it was cut
     * @return the text; empty if nothing of it can be seen
     */
    static String of(String raw, int mostCharacters) {
        HarmlessText harmless = new HarmlessText();
        raw.codePoints().forEach(harmless::add);
        return cut(harmless.text.toString(), mostCharacters);
    }

    private static String cut(String text, int mostCharacters) {
        if (text.codePointCount(0, text.length()) <= mostCharacters) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, mostCharacters - 1)).strip() + CUT;
    }

    private void add(int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> spaceWaits = true;
            case Character.FORMAT -> {} // bidirectional marks, joiners, tags: nothing that can be seen
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> append(REPLACEMENT);
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> addMark(codePoint);
            default -> append(tame(codePoint));
        }
    }

    private void addMark(int codePoint) {
        marks++;
        if (marks <= MOST_MARKS) {
            text.appendCodePoint(codePoint);
        }
    }

    private void append(int codePoint) {
        if (spaceWaits && !text.isEmpty()) {
            text.append(' ');
        }
        spaceWaits = false;
        marks = 0;
        text.appendCodePoint(codePoint);
    }

    /** Replaces what markup is made of, and the quotes that we put around text of strangers, by what looks alike. */
    private static int tame(int codePoint) {
        return switch (codePoint) {
            case '<' -> '‹';
            case '>' -> '›';
            case '&' -> '＆';
            case '“', '”', '„', '‟' -> '"';
            default -> codePoint;
        };
    }
}
