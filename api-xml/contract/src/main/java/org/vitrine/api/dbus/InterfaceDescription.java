package org.vitrine.api.dbus;

import java.util.List;
import java.util.Optional;

/**
 * Describe an interface as the contract has it.
 *
 * @param name such as {@code org.vitrine.Consumer1}
 * @param methods in the XML's order
 * @param signals in the XML's order
 * @param properties in the XML's order
 * @param introspectionXml the {@code <interface>} element with argument names and without comments
 */
public record InterfaceDescription(
        String name,
        List<MethodDescription> methods,
        List<SignalDescription> signals,
        List<PropertyDescription> properties,
        String introspectionXml) {
    public InterfaceDescription {
        methods = List.copyOf(methods);
        signals = List.copyOf(signals);
        properties = List.copyOf(properties);
    }

    /** Find a method by its member name. */
    public Optional<MethodDescription> method(String member) {
        return methods.stream().filter(method -> method.name().equals(member)).findFirst();
    }

    /** Find a signal by its member name. */
    public Optional<SignalDescription> signal(String member) {
        return signals.stream().filter(signal -> signal.name().equals(member)).findFirst();
    }

    /** Find a property by its name. */
    public Optional<PropertyDescription> property(String property) {
        return properties.stream()
                .filter(known -> known.name().equals(property))
                .findFirst();
    }
}
