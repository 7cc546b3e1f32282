package org.vitrine.api.image.modifier;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Is a family of modifiers that differ in parameters.
 *
 * @param name what the family is called
 * @param base the bits that all members share; they are none of the fields'
 * @param fields the parameters; bits that are in none of them are those of {@code base}
 */
record ModifierScheme(String name, long base, List<BitField> fields) {

    static ModifierScheme of(String name, long base, BitField... fields) {
        return new ModifierScheme(name, base, List.of(fields));
    }

    boolean contains(long modifier) {
        long fieldBits = fields.stream().mapToLong(BitField::mask).reduce(0, (a, b) -> a | b);
        return (modifier & ~fieldBits) == base;
    }

    /** Returns the name of a member of this family. */
    String print(long modifier) {
        String parameters = fields.stream()
                .map(field -> field.print(modifier))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(","));
        return parameters.isEmpty() ? name : name + "(" + parameters + ")";
    }

    /** Reads the parameters, in any order, and returns the modifier; nothing if one is unknown or given twice. */
    OptionalLong parse(List<String> parameters) {
        long modifier = base;
        for (String parameter : parameters) {
            OptionalLong bits = parse(parameter);
            if (bits.isEmpty() || (modifier & bits.getAsLong()) != 0) {
                return OptionalLong.empty();
            }
            modifier |= bits.getAsLong();
        }
        return OptionalLong.of(modifier);
    }

    private OptionalLong parse(String parameter) {
        for (BitField field : fields) {
            OptionalLong bits = field.parse(parameter);
            if (bits.isPresent()) {
                return bits;
            }
        }
        return OptionalLong.empty();
    }
}
