package org.vitrine.generator.xml;

import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Writes an interface element for introspection: everything but the comments and what concerns Java alone. */
final class IntrospectionXml {
    private static final List<String> ATTRIBUTES = List.of("name", "type", "direction", "access", "value");

    private IntrospectionXml() {}

    static String write(Element element) {
        return write(new Node(element, ""), "  ");
    }

    private static String write(Node node, String indent) {
        String start = indent + "<" + node.element().getTagName() + attributes(node.element());
        String inside = node.elements()
                .filter(child -> !child.getAttribute("name").startsWith("org.vitrine.Java."))
                .map(child -> write(new Node(child, ""), indent + "  "))
                .collect(Collectors.joining());
        return inside.isEmpty()
                ? start + "/>\n"
                : start + ">\n" + inside + indent + "</" + node.element().getTagName() + ">\n";
    }

    private static String attributes(Element element) {
        return ATTRIBUTES.stream()
                .filter(element::hasAttribute)
                .map(name -> " " + name + "=\"" + escape(element.getAttribute(name)) + "\"")
                .collect(Collectors.joining());
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
