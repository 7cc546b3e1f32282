package org.vitrine.broker.door;

/** Refuses text of peers that must not reach a screen: of no length, too long, or with control characters. */
final class ShownText {
    private ShownText() {}

    static void check(String name, String text, int maxCharacters) {
        int characters = text.codePointCount(0, text.length());
        if (characters < 1 || characters > maxCharacters) {
            throw Options.invalid(name + " has " + characters + " characters, it must have 1 to " + maxCharacters);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw Options.invalid(name + " has a control character in it, write plain text");
        }
    }
}
