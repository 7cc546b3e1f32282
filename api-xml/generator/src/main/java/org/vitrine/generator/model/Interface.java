package org.vitrine.generator.model;

import java.util.List;

/**
 * A D-Bus interface.
 *
 * @param name its full name
 * @param title what it is for, in a few words
 * @param doc the same at length
 * @param methods in the XML's order
 * @param signals in the XML's order
 * @param properties in the XML's order
 * @param xml the element for introspection
 */
public record Interface(
        String name,
        String title,
        Doc doc,
        List<Method> methods,
        List<Signal> signals,
        List<Property> properties,
        String xml) {
    public Interface {
        methods = List.copyOf(methods);
        signals = List.copyOf(signals);
        properties = List.copyOf(properties);
    }

    /** Return the last element of the name, which is also the Java type's name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
