package org.vitrine.wire.dispatch;

import java.util.List;
import org.vitrine.api.dbus.InterfaceDescription;

/** Write introspection data (D-Bus specification, "Introspection Data Format"). */
final class IntrospectionXml {
    private static final String DOCTYPE = """
            <!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
            """;

    private IntrospectionXml() {}

    /** Write a node; the interfaces' XML goes in verbatim. */
    static String of(List<InterfaceDescription> interfaces, List<String> children) {
        StringBuilder xml = new StringBuilder(DOCTYPE).append("<node>\n");
        for (InterfaceDescription description : interfaces) {
            xml.append(description.introspectionXml().stripTrailing()).append('\n');
        }
        for (String child : children) {
            xml.append("  <node name=\"").append(child).append("\"/>\n");
        }
        return xml.append("</node>\n").toString();
    }
}
