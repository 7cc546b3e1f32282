package org.vitrine.wire;

import java.util.Objects;
import org.vitrine.api.dbus.InterfaceDescription;

/**
 * One interface of a served object.
 *
 * @param description what introspection shows, and what calls are checked against
 * @param methods answers the interface's methods
 * @param properties reads the interface's properties
 * @param <C> what the service knows of a caller
 */
public record ServedInterface<C>(
        InterfaceDescription description, MethodHandler<C> methods, PropertyReader<C> properties) {

    public ServedInterface {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(methods, "methods");
        Objects.requireNonNull(properties, "properties");
    }
}
