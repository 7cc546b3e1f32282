package org.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrefixTrieProperties {
    @Property
    void findsWhatIsFiledUnderAPrefixOfTheText(@ForAll("words") List<String> prefixes, @ForAll("word") String text) {
        PrefixTrie trie = new PrefixTrie();
        for (int i = prefixes.size() - 1; i >= 0; i--) {
            trie.add(prefixes.get(i), i);
        }
        List<Integer> found = new ArrayList<>();
        trie.visit(
                text,
                falling -> IntStream.range(0, falling.count())
                        .mapToObj(falling::get)
                        .forEach(found::add));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, prefixes.size())
                        .filter(i -> text.startsWith(prefixes.get(i)))
                        .boxed()
                        .toList());
    }

    @Provide
    Arbitrary<List<String>> words() {
        return word().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> word() {
        return Arbitraries.strings().withChars("abc").ofMaxLength(6);
    }
}
