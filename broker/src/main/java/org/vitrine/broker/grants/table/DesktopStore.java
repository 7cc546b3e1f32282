package org.vitrine.broker.grants.table;

import java.util.List;
import java.util.stream.Stream;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;

/**
 * Describes what is called of the desktop's permission store;
 * {@code data/org.freedesktop.impl.portal.PermissionStore.xml} of xdg-desktop-portal.
 */
final class DesktopStore {
    /** The bus name, and the interface. */
    static final String NAME = "org.freedesktop.impl.portal.PermissionStore";

    static final ObjectPath PATH = new ObjectPath("/org/freedesktop/impl/portal/PermissionStore");
    static final String CHANGED = "Changed";
    static final MethodDescription LOOKUP = method("Lookup", List.of("s", "s"), "a{sas}", "v");
    static final MethodDescription SET_PERMISSION = method("SetPermission", List.of("s", "b", "s", "s", "as"));
    static final MethodDescription DELETE_PERMISSION = method("DeletePermission", List.of("s", "s", "s"));
    static final MethodDescription SET_VALUE = method("SetValue", List.of("s", "b", "s", "v"));
    static final MethodDescription DELETE = method("Delete", List.of("s", "s"));
    static final MethodDescription LIST = method("List", List.of("s"), "as");
    static final InterfaceDescription INTERFACE = new InterfaceDescription(
            NAME,
            List.of(LOOKUP, SET_PERMISSION, DELETE_PERMISSION, SET_VALUE, DELETE, LIST),
            List.of(),
            List.of(),
            "<interface/>");

    private DesktopStore() {}

    private static MethodDescription method(String name, List<String> in, String... out) {
        return new MethodDescription(name, arguments(in.stream()), arguments(Stream.of(out)), List.of());
    }

    private static List<ArgumentDescription> arguments(Stream<String> types) {
        return types.map(type -> ArgumentDescription.of("value", type)).toList();
    }
}
