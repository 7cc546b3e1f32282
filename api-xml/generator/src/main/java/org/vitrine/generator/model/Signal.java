package org.vitrine.generator.model;

import java.util.List;

/**
 * A signal of an interface.
 *
 * @param name its member name
 * @param doc what it tells
 * @param arguments what it carries
 */
public record Signal(String name, Doc doc, List<Argument> arguments) {
    public Signal {
        arguments = List.copyOf(arguments);
    }
}
