package org.vitrine.broker.consent.desktop;

import java.util.List;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;

/** Describes what portal backends serve, {@code org.freedesktop.impl.portal.Access.xml} of xdg-desktop-portal. */
final class AccessInterface {
    static final String NAME = "org.freedesktop.impl.portal.Access";
    static final ObjectPath PATH = new ObjectPath("/org/freedesktop/portal/desktop");

    static final MethodDescription ACCESS_DIALOG = new MethodDescription(
            "AccessDialog",
            List.of(
                    ArgumentDescription.of("handle", "o"),
                    ArgumentDescription.of("app_id", "s"),
                    ArgumentDescription.of("parent_window", "s"),
                    ArgumentDescription.of("title", "s"),
                    ArgumentDescription.of("subtitle", "s"),
                    ArgumentDescription.of("body", "s"),
                    ArgumentDescription.of("options", "a{sv}")),
            List.of(ArgumentDescription.of("response", "u"), ArgumentDescription.of("results", "a{sv}")),
            List.of());

    static final MethodDescription CLOSE = new MethodDescription("Close", List.of(), List.of(), List.of());

    static final InterfaceDescription ACCESS = describe(NAME, ACCESS_DIALOG);
    static final InterfaceDescription REQUEST = describe("org.freedesktop.impl.portal.Request", CLOSE);

    private AccessInterface() {}

    private static InterfaceDescription describe(String name, MethodDescription method) {
        return new InterfaceDescription(name, List.of(method), List.of(), List.of(), "<interface/>");
    }
}
