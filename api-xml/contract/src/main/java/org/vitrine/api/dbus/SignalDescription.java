package org.vitrine.api.dbus;

import java.util.List;

/**
 * Describe a signal as the contract has it.
 *
 * @param name its member name, such as {@code ImageAdded}
 * @param arguments what it carries
 */
public record SignalDescription(String name, List<ArgumentDescription> arguments) {
    public SignalDescription {
        arguments = List.copyOf(arguments);
    }

    /** Return the signature of the signal's body. Made anew each time. */
    public TypeSignature signature() {
        return Signatures.of(arguments);
    }
}
