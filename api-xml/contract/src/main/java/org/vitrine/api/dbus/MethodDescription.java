package org.vitrine.api.dbus;

import java.util.List;
import org.vitrine.api.error.ErrorName;

/**
 * Describe a method as the contract has it.
 *
 * @param name its member name, such as {@code OpenImage}
 * @param in the arguments of a call
 * @param out the arguments of a reply
 * @param errors what it may answer instead, beside what any call may be answered with
 */
public record MethodDescription(
        String name, List<ArgumentDescription> in, List<ArgumentDescription> out, List<ErrorName> errors) {
    public MethodDescription {
        in = List.copyOf(in);
        out = List.copyOf(out);
        errors = List.copyOf(errors);
    }

    /** Return the signature of a call's body. Made anew each time. */
    public TypeSignature inSignature() {
        return Signatures.of(in);
    }

    /** Return the signature of a reply's body. Made anew each time. */
    public TypeSignature outSignature() {
        return Signatures.of(out);
    }
}
