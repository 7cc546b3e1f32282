package org.vitrine.api.dbus;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describe zero or more values by their types, checked and parsed once when made. Immutable. D-Bus specification,
 * section "Valid Signatures": at most 255 bytes, 32 arrays deep and 32 structs deep.
 */
public final class TypeSignature {
    /** D-Bus specification, section "Valid Signatures". */
    public static final int MAX_LENGTH = 255;

    /** The signature of no value at all. */
    public static final TypeSignature EMPTY = new TypeSignature("");

    private static final Map<String, TypeSignature> COMMON = Stream.concat(
                    DBusType.Basic.CODES.chars().mapToObj(Character::toString),
                    Stream.of("v", "as", "ay", "au", "ao", "a{sv}", "a(uat)", "a(uuuu)"))
            .collect(Collectors.toUnmodifiableMap(signature -> signature, TypeSignature::new));

    private final String value;
    private final List<DBusType> types;

    /** @throws IllegalArgumentException if {@code value} is no signature, or beyond the specification's limits */
    public TypeSignature(String value) {
        this.value = value;
        this.types = new SignatureParser(value).parse();
    }

    /** Return a signature as the constructor does, parsing the most common ones only once. */
    public static TypeSignature of(String value) {
        if (value.isEmpty()) {
            return EMPTY;
        }
        TypeSignature common = COMMON.get(value);
        return common != null ? common : new TypeSignature(value);
    }

    /** Return the signature as D-Bus writes it, such as {@code oa{sv}}. */
    public String value() {
        return value;
    }

    /** Return the complete types in order. Immutable and parsed already. */
    public List<DBusType> types() {
        return types;
    }

    /** Tell whether the signature describes exactly one value, as a variant's must. */
    public boolean isSingleType() {
        return types.size() == 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeSignature that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
