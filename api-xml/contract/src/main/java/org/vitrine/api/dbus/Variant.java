package org.vitrine.api.dbus;

import java.util.Objects;

/**
 * Hold a value that carries its own type.
 *
 * @param signature one single complete type
 * @param value a value of the Java type that stands for it, see {@link BodyShape}
 * @param <F> the kind of file descriptor within, wherever the value has one: it keeps kinds apart at compile time
 */
@SuppressWarnings("UnusedTypeParameter") // the value is untyped, its descriptors are not
public record Variant<F>(TypeSignature signature, Object value) {
    public Variant {
        Objects.requireNonNull(value, "value");
        if (!signature.isSingleType()) {
            throw new IllegalArgumentException(
                    "a variant holds one value, not " + signature.types().size());
        }
    }

    /** Make a variant from a signature's text, such as {@code Variant.of("u", 640L)}. */
    public static <F> Variant<F> of(String signature, Object value) {
        return new Variant<>(TypeSignature.of(signature), value);
    }
}
