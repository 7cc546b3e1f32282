package org.vitrine.api.dbus;

/**
 * Describe a property as the contract has it.
 *
 * @param name such as {@code Title}
 * @param type one single complete type
 * @param readable whether Get answers it
 * @param writable whether Set takes it
 */
public record PropertyDescription(String name, TypeSignature type, boolean readable, boolean writable) {
    public PropertyDescription {
        if (!type.isSingleType()) {
            throw new IllegalArgumentException(
                    "a property has one type, not " + type.types().size());
        }
    }
}
