package org.vitrine.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Finds the constant that a word in a rule file stands for. */
final class Words {
    private Words() {}

    static <E> Optional<E> find(E[] constants, Function<E, String> wordOf, String word) {
        return Arrays.stream(constants)
                .filter(constant -> wordOf.apply(constant).equals(word))
                .findFirst();
    }
}
