package org.vitrine.api.dbus;

/**
 * Describe one argument of a method or signal.
 *
 * @param name as the XML names it
 * @param type one single complete type
 */
public record ArgumentDescription(String name, TypeSignature type) {
    public ArgumentDescription {
        if (!type.isSingleType()) {
            throw new IllegalArgumentException(
                    "an argument has one type, not " + type.types().size());
        }
    }

    /** Describe an argument from its signature's text. */
    public static ArgumentDescription of(String name, String type) {
        return new ArgumentDescription(name, TypeSignature.of(type));
    }
}
