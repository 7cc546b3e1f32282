package org.vitrine.broker.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HarmlessTextProperties {
    private static final int MOST = 40;

    @Property(tries = 5000)
    void letsNothingHarmfulPass(@ForAll("nasty") String raw) {
        String text = HarmlessText.of(raw, MOST);
        assertThat(text.codePoints()).noneMatch(HarmlessTextProperties::isHarmful);
        assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(MOST);
        assertThat(text).isEqualTo(text.strip()).doesNotContain("  ");
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Property
    void changesNothingTwice(@ForAll("nasty") String raw) {
        String once = HarmlessText.of(raw, MOST);
        assertThat(HarmlessText.of(once, MOST)).isEqualTo(once);
    }

    @Property
    void leavesPlainWordsAlone(@ForAll("plain") String words) {
        assertThat(HarmlessText.of(words, MOST)).isEqualTo(words);
    }

    @Example
    void showsWhatMarkupWouldHide() {
        assertThat(HarmlessText.of("<b>you & me</b>\n“free”\u202etxt.exe", MOST))
                .isEqualTo("‹b›you ＆ me‹/b› \"free\"txt.exe");
    }

    @Example
    void stacksNoTowersOfMarks() {
        assertThat(HarmlessText.of("Z" + "\u0301".repeat(100) + "a\u0308", MOST))
                .isEqualTo("Z" + "\u0301".repeat(4) + "a\u0308");
    }

    @Example
    void cutsBetweenCharacters() {
        assertThat(HarmlessText.of("😀".repeat(50), MOST)).isEqualTo("😀".repeat(MOST - 1) + "…");
    }

    private static boolean isHarmful(int c) {
        return Character.isISOControl(c)
                || c == 0x061C
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c >= 0xE0000 && c <= 0xE0FFF)
                || "<>&“”„‟".indexOf(c) >= 0;
    }

    @Provide
    Arbitrary<String> nasty() {
        Arbitrary<String> harmful = Arbitraries.of(
                "\0",
                "\n",
                "\r",
                "\t",
                "\u001b[31m",
                "\u007f",
                "\u009b",
                "\u202e",
                "\u202a",
                "\u2066",
                "\u2069",
                "\u200e",
                "\u200f",
                "\u061c",
                "\u2028",
                "\u2029",
                "\ud800",
                "\udc00",
                "<b>",
                "</b>",
                "&amp;",
                "“",
                "”",
                "\u200b",
                "\ufeff",
                "\udb40\udc41",
                "\u0301",
                "\u00a0",
                " ",
                "😀",
                "a",
                "é",
                "א",
                "\ue000",
                "\u0378");
        return Arbitraries.oneOf(harmful, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings()
                .alpha()
                .ofMinLength(1)
                .ofMaxLength(9)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(words -> String.join(" ", words));
    }
}
