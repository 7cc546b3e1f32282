package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.wire.BusFixture.assertError;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.fd.LeakCheck;

/** {@code Peer}, {@code Introspectable} and {@code Properties} are answered for every object. */
@ExtendWith(LeakCheck.class)
class StandardInterfacesIT {
    @RegisterExtension
    static final BusFixture BUS = new BusFixture();

    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    private static final String INTROSPECTABLE = "org.freedesktop.DBus.Introspectable";
    private static final String PEER = "org.freedesktop.DBus.Peer";

    @Test
    void answersPeerAtAnyPathWithoutAskingWhoCalls() {
        TestObjects objects = new TestObjects();
        Bus server = BUS.serve(objects);

        assertThat(BUS.call(server, "/any/where", PEER, "Ping", "").body()).isEmpty();
        assertThat(BUS.call(server, "/any/where", PEER, "GetMachineId", "").text())
                .hasSize(32);
        assertError(BUS.call(server, "/", PEER, "Ping", "s", "x"), ErrorName.INVALID_ARGS);
        assertThat(objects.identified).isEmpty();
    }

    @Test
    void getsAPropertyAsAVariant() {
        Bus server = BUS.serve(new TestObjects());

        assertThat(BUS.call(server, TestObjects.PATH, PROPERTIES, "Get", "ss", TestObjects.NAME, "Version")
                        .body())
                .containsExactly(new Variant<>(TypeSignature.of("u"), 7L));
        assertThat(BUS.call(server, TestObjects.PATH, PROPERTIES, "Get", "ss", "", "Version")
                        .body())
                .containsExactly(new Variant<>(TypeSignature.of("u"), 7L));
    }

    @Test
    void oneFailingPropertyDoesNotSpoilGetAll() {
        Bus server = BUS.serve(new TestObjects());

        assertThat(BUS.call(server, TestObjects.PATH, PROPERTIES, "GetAll", "s", TestObjects.NAME)
                        .body())
                .containsExactly(Map.of("Version", new Variant<>(TypeSignature.of("u"), 7L)));
    }

    @Test
    void refusesToSetAPropertyAndNamesUnknownOnes() {
        Bus server = BUS.serve(new TestObjects());
        Variant<Object> value = new Variant<>(TypeSignature.of("u"), 8L);

        assertError(
                BUS.call(server, TestObjects.PATH, PROPERTIES, "Set", "ssv", TestObjects.NAME, "Version", value),
                ErrorName.PROPERTY_READ_ONLY);
        assertError(
                BUS.call(server, TestObjects.PATH, PROPERTIES, "Get", "ss", TestObjects.NAME, "No"),
                ErrorName.UNKNOWN_PROPERTY);
        assertError(
                BUS.call(server, TestObjects.PATH, PROPERTIES, "Get", "ss", "org.vitrine.No1", "Version"),
                ErrorName.UNKNOWN_INTERFACE);
    }

    @Test
    void showsTheInterfaceVerbatimAndTheStandardOnes() {
        Bus server = BUS.serve(new TestObjects());

        String xml = BUS.call(server, TestObjects.PATH, INTROSPECTABLE, "Introspect", "")
                .text();

        assertThat(xml)
                .contains(TestObjects.DESCRIPTION.introspectionXml())
                .contains("<interface name=\"org.freedesktop.DBus.Properties\">")
                .contains("<interface name=\"org.freedesktop.DBus.Peer\">")
                .contains("<arg name=\"interface_name\" type=\"s\" direction=\"in\"/>");
    }

    @Test
    void showsTheWayToItsObjects() {
        Bus server = BUS.serve(new TestObjects());

        assertThat(BUS.call(server, "/org", INTROSPECTABLE, "Introspect", "").text())
                .contains("<node name=\"vitrine\"/>")
                .doesNotContain(TestObjects.NAME);
        assertError(BUS.call(server, "/net", INTROSPECTABLE, "Introspect", ""), ErrorName.UNKNOWN_OBJECT);
    }
}
