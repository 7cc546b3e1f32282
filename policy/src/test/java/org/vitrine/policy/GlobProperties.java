package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class GlobProperties {
    @Property
    void agreesWithARegularExpression(
            @ForAll @Chars({'a', 'b', '.', '*', '?'}) @StringLength(max = 8) String pattern,
            @ForAll @Chars({'a', 'b', '.'}) @StringLength(max = 8) String text) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining());
        assertThat(new Glob(pattern).matches(text)).isEqualTo(Pattern.matches(regex, text));
    }

    @Property(tries = 100)
    void neverTakesLongOnHostilePatterns(
            @ForAll @Chars({'a', '*'}) @StringLength(min = 200, max = 256) String pattern) {
        assertThat(new Glob(pattern + "b").matches("a".repeat(4096))).isFalse();
    }
}
