package org.vitrine.api.dbus.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.PropertyDescription;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.error.ErrorName;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the generated code says is what the introspection XML says, element by element. */
class XmlContractTest {
    @TestFactory
    Stream<DynamicTest> describesEveryMemberAsTheXmlDoes() {
        return Contract.INTERFACES.stream()
                .map(description -> DynamicTest.dynamicTest(description.name(), () -> compare(description)));
    }

    @Test
    void hasBothDoors() {
        assertThat(Contract.INTERFACES.stream().map(InterfaceDescription::name))
                .contains("org.vitrine.Producer1", "org.vitrine.Consumer1", "org.vitrine.Admin1")
                .doesNotHaveDuplicates();
    }

    @Test
    void packsTheXmlAsAResource() {
        assertThat(Contract.class.getResource("/org/vitrine/api/xml/portal-door.xml"))
                .isNotNull();
        assertThat(Contract.class.getResource("/org/vitrine/api/xml/admin-door.xml"))
                .isNotNull();
    }

    private static void compare(InterfaceDescription description) throws Exception {
        Element xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(description.introspectionXml())))
                .getDocumentElement();

        assertThat(xml.getAttribute("name")).isEqualTo(description.name());
        assertThat(description.methods().stream().map(XmlContractTest::line))
                .containsExactlyElementsOf(lines(xml, "method"));
        assertThat(description.signals().stream().map(XmlContractTest::line))
                .containsExactlyElementsOf(lines(xml, "signal"));
        assertThat(description.properties().stream().map(XmlContractTest::line))
                .containsExactlyElementsOf(lines(xml, "property"));
    }

    private static String line(MethodDescription method) {
        return method.name() + " in " + method.inSignature() + " out " + method.outSignature() + " errors "
                + String.join(" ", method.errors().stream().map(ErrorName::name).toList());
    }

    private static String line(SignalDescription signal) {
        return signal.name() + " " + signal.signature();
    }

    private static String line(PropertyDescription property) {
        return property.name() + " " + property.type() + (property.readable() ? " read" : "")
                + (property.writable() ? " write" : "");
    }

    private static List<String> lines(Element iface, String tag) {
        return children(iface, tag)
                .map(member -> member.getAttribute("name")
                        + switch (tag) {
                            case "method" ->
                                " in " + types(member, "in") + " out " + types(member, "out") + " errors "
                                        + errors(member);
                            case "signal" -> " " + types(member, "");
                            default ->
                                " " + new TypeSignature(member.getAttribute("type")) + " "
                                        + member.getAttribute("access");
                        })
                .toList();
    }

    private static String types(Element member, String direction) {
        return String.join(
                "",
                children(member, "arg")
                        .filter(arg -> arg.getAttribute("direction").equals(direction))
                        .map(arg -> arg.getAttribute("type"))
                        .toList());
    }

    private static String errors(Element method) {
        return children(method, "annotation")
                .filter(annotation -> annotation.getAttribute("name").equals("org.vitrine.Error"))
                .map(annotation -> annotation.getAttribute("value"))
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> children(Element parent, String tag) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> child.getTagName().equals(tag));
    }
}
