package org.vitrine.wire.dispatch;

import java.util.Arrays;
import java.util.List;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.TypeSignature;

/** Describe the interfaces every object has (D-Bus specification, "Standard Interfaces"). */
public final class StandardInterfaces {
    /** {@code Introspectable.Introspect}. */
    public static final MethodDescription INTROSPECT =
            method("Introspect", List.of(), List.of(argument("xml_data", "s")));

    /** {@code Peer.Ping}. */
    public static final MethodDescription PING = method("Ping", List.of(), List.of());

    /** {@code Peer.GetMachineId}. */
    public static final MethodDescription GET_MACHINE_ID =
            method("GetMachineId", List.of(), List.of(argument("machine_uuid", "s")));

    /** {@code Properties.Get}. */
    public static final MethodDescription GET = method(
            "Get",
            List.of(argument("interface_name", "s"), argument("property_name", "s")),
            List.of(argument("value", "v")));

    /** {@code Properties.GetAll}. */
    public static final MethodDescription GET_ALL =
            method("GetAll", List.of(argument("interface_name", "s")), List.of(argument("props", "a{sv}")));

    /** {@code Properties.Set}. */
    public static final MethodDescription SET = method(
            "Set",
            List.of(argument("interface_name", "s"), argument("property_name", "s"), argument("value", "v")),
            List.of());

    /** {@code Properties.PropertiesChanged}. */
    public static final SignalDescription PROPERTIES_CHANGED = new SignalDescription(
            "PropertiesChanged",
            List.of(
                    argument("interface_name", "s"),
                    argument("changed_properties", "a{sv}"),
                    argument("invalidated_properties", "as")));

    /** {@code org.freedesktop.DBus.Introspectable}. */
    public static final InterfaceDescription INTROSPECTABLE =
            describe("org.freedesktop.DBus.Introspectable", List.of(INTROSPECT), List.of());

    /** {@code org.freedesktop.DBus.Peer}. */
    public static final InterfaceDescription PEER =
            describe("org.freedesktop.DBus.Peer", List.of(PING, GET_MACHINE_ID), List.of());

    /** {@code org.freedesktop.DBus.Properties}. */
    public static final InterfaceDescription PROPERTIES =
            describe("org.freedesktop.DBus.Properties", List.of(GET, GET_ALL, SET), List.of(PROPERTIES_CHANGED));

    private StandardInterfaces() {}

    private static ArgumentDescription argument(String name, String type) {
        return new ArgumentDescription(name, new TypeSignature(type));
    }

    private static MethodDescription method(String name, List<ArgumentDescription> in, List<ArgumentDescription> out) {
        return new MethodDescription(name, in, out, List.of());
    }

    private static InterfaceDescription describe(
            String name, List<MethodDescription> methods, List<SignalDescription> signals) {
        StringBuilder xml = new StringBuilder("  <interface name=\"" + name + "\">\n");
        for (MethodDescription method : methods) {
            element(
                    xml,
                    "method",
                    method.name(),
                    arguments(method.in(), " direction=\"in\""),
                    arguments(method.out(), " direction=\"out\""));
        }
        for (SignalDescription signal : signals) {
            element(xml, "signal", signal.name(), arguments(signal.arguments(), ""));
        }
        xml.append("  </interface>\n");
        return new InterfaceDescription(name, methods, signals, List.of(), xml.toString());
    }

    private static void element(StringBuilder xml, String kind, String name, String... arguments) {
        xml.append("    <").append(kind).append(" name=\"").append(name).append("\">\n");
        Arrays.stream(arguments).forEach(xml::append);
        xml.append("    </").append(kind).append(">\n");
    }

    private static String arguments(List<ArgumentDescription> arguments, String direction) {
        StringBuilder xml = new StringBuilder();
        for (ArgumentDescription argument : arguments) {
            xml.append("      <arg name=\"")
                    .append(argument.name())
                    .append("\" type=\"")
                    .append(argument.type().value())
                    .append('"')
                    .append(direction)
                    .append("/>\n");
        }
        return xml.toString();
    }
}
