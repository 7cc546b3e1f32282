package org.vitrine.wire.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.PropertyDescription;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.wire.ServedInterface;

/**
 * Answer {@code org.freedesktop.DBus.Properties} for one object and caller. An empty interface name stands for the
 * first interface that has the property (D-Bus specification, "org.freedesktop.DBus.Properties").
 */
record PropertyCalls<C>(C caller, List<ServedInterface<C>> interfaces) {
    private static final Logger LOG = LoggerFactory.getLogger(PropertyCalls.class);

    List<Object> call(MethodDescription method, List<Object> body) {
        String interfaceName = (String) body.getFirst();
        if (method.equals(StandardInterfaces.GET_ALL)) {
            return List.of(getAll(interfaceName));
        }
        String propertyName = (String) body.get(1);
        Found<C> found = find(interfaceName, propertyName);
        if (method.equals(StandardInterfaces.GET)) {
            return List.of(get(found));
        }
        throw new VitrineException(ErrorName.PROPERTY_READ_ONLY, "The property can't be set");
    }

    private record Found<C>(ServedInterface<C> served, PropertyDescription property) {}

    private Variant<Object> get(Found<C> found) {
        if (!found.property().readable()) {
            throw new VitrineException(ErrorName.ACCESS_DENIED, "The property can't be read");
        }
        return read(found.served(), found.property());
    }

    private Variant<Object> read(ServedInterface<C> served, PropertyDescription property) {
        return new Variant<>(property.type(), served.properties().read(caller, property.name()));
    }

    /** Leaves out a property whose reader fails, rather than fail them all. */
    private Map<String, Variant<Object>> getAll(String interfaceName) {
        Map<String, Variant<Object>> values = new LinkedHashMap<>();
        for (ServedInterface<C> served : named(interfaceName)) {
            for (PropertyDescription property : served.description().properties()) {
                if (property.readable() && !values.containsKey(property.name())) {
                    readInto(values, served, property);
                }
            }
        }
        return values;
    }

    private void readInto(
            Map<String, Variant<Object>> values, ServedInterface<C> served, PropertyDescription property) {
        try {
            values.put(property.name(), read(served, property));
        } catch (RuntimeException e) {
            LOG.warn("Property {}.{} can't be read", served.description().name(), property.name(), e);
        }
    }

    private Found<C> find(String interfaceName, String propertyName) {
        for (ServedInterface<C> served : named(interfaceName)) {
            Optional<PropertyDescription> property = served.description().properties().stream()
                    .filter(p -> p.name().equals(propertyName))
                    .findFirst();
            if (property.isPresent()) {
                return new Found<>(served, property.get());
            }
        }
        throw new VitrineException(ErrorName.UNKNOWN_PROPERTY, "There is no such property");
    }

    private List<ServedInterface<C>> named(String interfaceName) {
        if (interfaceName.isEmpty()) {
            return interfaces;
        }
        List<ServedInterface<C>> found = interfaces.stream()
                .filter(served -> served.description().name().equals(interfaceName))
                .toList();
        if (found.isEmpty() && !StandardHandlers.isStandard(interfaceName)) {
            throw new VitrineException(ErrorName.UNKNOWN_INTERFACE, "There is no such interface");
        }
        return found;
    }
}
