package org.vitrine.generator.model;

import java.util.List;

/**
 * A method of an interface.
 *
 * @param name its member name
 * @param doc what it does
 * @param in arguments of a call
 * @param out arguments of a reply
 * @param errors constants of ErrorName
 */
public record Method(String name, Doc doc, List<Argument> in, List<Argument> out, List<String> errors) {
    public Method {
        in = List.copyOf(in);
        out = List.copyOf(out);
        errors = List.copyOf(errors);
    }
}
