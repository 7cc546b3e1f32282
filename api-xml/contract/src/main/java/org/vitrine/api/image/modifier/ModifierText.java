package org.vitrine.api.image.modifier;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a modifier as text and reads it back. What is written is read as the same bits, for each of the 2^64
 * modifiers.
 *
 * <p>{@code NAME}, or {@code NAME(FLAG,FIELD=VALUE,…)} with the fields that are not zero, or {@code VENDOR_0x} and the
 * low 56 bits in hexadecimal, or {@code 0x} and all 16 digits.
 */
public final class ModifierText {

    private static final Pattern NAMED = Pattern.compile("([A-Z0-9_]+)(?:\\(([^()]+)\\))?");
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]{1,16}");
    private static final Pattern VENDOR_NUMBER = Pattern.compile("([A-Z]+)_0x([0-9a-f]{1,14})");

    private ModifierText() {}

    /** Returns the text of a modifier. */
    public static String print(long modifier) {
        return KnownModifiers.nameOf(modifier)
                .or(() -> KnownSchemes.containing(modifier).map(scheme -> scheme.print(modifier)))
                .orElseGet(() -> printNumber(modifier));
    }

    /** Returns the modifier with that text, or nothing if there is none. */
    public static OptionalLong parse(String text) {
        OptionalLong known = KnownModifiers.bitsOf(text);
        if (known.isPresent()) {
            return known;
        }
        OptionalLong number = parseNumber(text);
        return number.isPresent() ? number : parseScheme(text);
    }

    private static String printNumber(long modifier) {
        return ModifierVendor.of(modifier)
                .filter(vendor -> vendor != ModifierVendor.NONE)
                .map(vendor -> vendor + "_0x" + Long.toHexString(modifier & ModifierVendor.VALUE_MASK))
                .orElseGet(() -> String.format(Locale.ROOT, "0x%016x", modifier));
    }

    private static OptionalLong parseNumber(String text) {
        if (NUMBER.matcher(text).matches()) {
            return OptionalLong.of(Long.parseUnsignedLong(text, 2, text.length(), 16));
        }
        Matcher matcher = VENDOR_NUMBER.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        for (ModifierVendor vendor : ModifierVendor.values()) {
            if (vendor.name().equals(matcher.group(1))) {
                return OptionalLong.of(vendor.modifier(Long.parseLong(matcher.group(2), 16)));
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong parseScheme(String text) {
        Matcher matcher = NAMED.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        String parameters = matcher.group(2);
        List<String> list = parameters == null ? List.of() : List.of(parameters.split(",", -1));
        return KnownSchemes.named(matcher.group(1))
                .map(scheme -> scheme.parse(list))
                .orElse(OptionalLong.empty());
    }
}
