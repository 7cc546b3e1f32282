package org.vitrine.api.image.modifier;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Is one parameter of a modifier: some of its bits, under a name.
 *
 * @param name as in the kernel's header
 * @param mask the bits, which need not be neighbours; the lowest of them is the lowest of the parameter's value
 * @param valueNames names of values from 0 on; an empty name means that the header has none
 */
record BitField(String name, long mask, List<String> valueNames) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,15}");

    /** Returns a field of neighbouring bits. */
    static BitField of(String name, int shift, int bits, String... valueNames) {
        return new BitField(name, ((1L << bits) - 1) << shift, List.of(valueNames));
    }

    static BitField flag(String name, int bit) {
        return of(name, bit, 1);
    }

    /** Returns the field as text: nothing for zero, the bare name for a single bit, else {@code NAME=VALUE}. */
    Optional<String> print(long modifier) {
        long value = Long.compress(modifier, mask);
        if (value == 0) {
            return Optional.empty();
        }
        return Optional.of(isFlag() ? name : name + "=" + printValue(value));
    }

    /** Reads the text of this field and returns its bits in place, or nothing if the text is not of this field. */
    OptionalLong parse(String text) {
        if (isFlag()) {
            return text.equals(name) ? OptionalLong.of(mask) : OptionalLong.empty();
        }
        String prefix = name + "=";
        return text.startsWith(prefix) ? parseValue(text.substring(prefix.length())) : OptionalLong.empty();
    }

    private boolean isFlag() {
        return Long.bitCount(mask) == 1;
    }

    private String printValue(long value) {
        boolean named =
                value < valueNames.size() && !valueNames.get((int) value).isEmpty();
        return named ? valueNames.get((int) value) : Long.toString(value);
    }

    private OptionalLong parseValue(String text) {
        int named = valueNames.indexOf(text);
        if (named > 0) {
            return OptionalLong.of(Long.expand(named, mask));
        }
        if (!NUMBER.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long value = Long.parseLong(text);
        boolean fits = value >>> Long.bitCount(mask) == 0;
        return fits ? OptionalLong.of(Long.expand(value, mask)) : OptionalLong.empty();
    }
}
