package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vitrine.broker.testing.Peer.get;
import static org.vitrine.broker.testing.Peer.value;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.PropertyDescription;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Contract;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.testing.Peer;
import org.vitrine.broker.testing.RunningBroker;
import org.vitrine.broker.testing.TestBuffers;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.dispatch.StandardInterfaces;
import org.vitrine.wire.testing.BusKind;
import org.vitrine.wire.testing.ContractBus;

@ExtendWith(LeakCheck.class)
class AdminIT {
    private static final String PEERS = """
            [[rule]]
            name = "peers"
            actions = ["produce", "list", "read", "write"]
            effect = "allow"
            """;
    private static final String RULES = PEERS + """
            [[rule]]
            name = "painter"
            app = "org.example.Painter"
            actions = ["read"]
            effect = "ask"
            """;

    private final ContractBus bus = kind().start();
    private final RunningBroker broker = RunningBroker.start(bus.address(), RULES, Limits.DEFAULTS);
    private final Peer producer = Peer.connect(bus.peerAddress());
    private final Peer consumer = Peer.connect(bus.peerAddress());
    private final Peer admin = Peer.connect(bus.address());
    private ObjectPath image = Peer.PORTAL;
    private ObjectPath session = Peer.PORTAL;

    /** Tells which bus these tests run on. */
    BusKind kind() {
        return BusKind.DBUS_DAEMON;
    }

    @BeforeEach
    void share() {
        try (OwnedFd fd = TestBuffers.sealed(4, 4)) {
            image = producer.advertise(producer.register(), "Shared", List.of(TestBuffers.in((Fd) fd, 4, 4)));
        }
        assertThat(get(admin.manager().getManagedObjects()).objects()).hasSize(2);
        get(consumer.consumer().requestAccess(image, Map.of()));
        Map<?, ?> results = (Map<?, ?>) consumer.signal("Response").body().get(1);
        session = (ObjectPath) value(results, "session_handle");
    }

    @AfterEach
    void stop() {
        admin.close();
        consumer.close();
        producer.close();
        broker.close();
        bus.close();
    }

    @Test
    void showsWhoSharesWhatWithWhom() {
        ObjectPath added = (ObjectPath) admin.signal("InterfacesAdded").body().getFirst();
        var interfaces = Objects.requireNonNull(
                get(admin.manager().getManagedObjects()).objects().get(added));
        var shown = Objects.requireNonNull(interfaces.get("org.vitrine.AdminSession1"));
        assertThat(value(shown, "BusName"))
                .isEqualTo(consumer.bus().uniqueName().value());
        assertThat(value(shown, "Rule")).isEqualTo("peers");
        assertThat(value(shown, "Access")).isEqualTo("read");
        assertThat(value(shown, "App")).isEqualTo(kind().sandboxesPeers() ? ContractBus.APP : "");
        assertThat(value(shown, "Sandbox")).isEqualTo(kind().sandboxesPeers() ? "flatpak" : "none");
        assertThat(value(shown, "Pid").equals(ProcessHandle.current().pid())).isNotEqualTo(kind().sandboxesPeers());
    }

    @Test
    void answersOnTheBusItselfAndIsOutOfASandboxsReach() {
        var asking = consumer.admin().getStatistics();
        if (kind().sandboxesPeers()) {
            assertThat(error(() -> get(asking))).isEqualTo(ErrorName.SERVICE_UNKNOWN);
        } else {
            assertThat(value(get(asking).statistics(), "sessions")).isEqualTo(1L);
        }
    }

    @Test
    void showsEveryPropertyThatItPromises() {
        var objects = get(admin.manager().getManagedObjects()).objects();
        assertThat(objects.values().stream().flatMap(interfaces -> interfaces.keySet().stream()))
                .contains("org.vitrine.AdminProducer1", "org.vitrine.AdminImage1", "org.vitrine.AdminSession1");
        objects.values()
                .forEach(interfaces -> interfaces.forEach((name, properties) -> {
                    InterfaceDescription description = Contract.INTERFACES.stream()
                            .filter(known -> known.name().equals(name))
                            .findFirst()
                            .orElseThrow();
                    assertThat(properties.keySet())
                            .as(name)
                            .containsExactlyInAnyOrderElementsOf(description.properties().stream()
                                    .map(PropertyDescription::name)
                                    .toList());
                    description
                            .properties()
                            .forEach(property -> assertThat(Objects.requireNonNull(properties.get(property.name()))
                                            .signature())
                                    .isEqualTo(property.type()));
                }));
    }

    @Test
    void saysWhatLetAConsumerInAndSinceWhen() {
        Instant before = Instant.now().minusSeconds(60);
        ObjectPath added = (ObjectPath) admin.signal("InterfacesAdded").body().getFirst();
        var shown = Objects.requireNonNull(Objects.requireNonNull(
                        get(admin.manager().getManagedObjects()).objects().get(added))
                .get("org.vitrine.AdminSession1"));

        assertThat(value(shown, "Basis")).isEqualTo("rule");
        assertThat((String) value(shown, "RuleSource")).contains(".toml:");
        assertThat(value(shown, "Grant")).isEqualTo("");
        assertThat(Instant.ofEpochMilli((Long) value(shown, "Since"))).isAfter(before);
    }

    @Test
    void pausesAndResumesAndTellsOfIt() {
        get(admin.admin().pause());
        get(admin.admin().pause());
        assertThat(admin.signal("PropertiesChanged").body())
                .asString()
                .contains("org.vitrine.Admin1", "Paused", "true");
        assertThat(paused()).isEqualTo(true);

        get(admin.admin().resume());
        assertThat(admin.signal("PropertiesChanged").body()).asString().contains("false");
        assertThat(paused()).isEqualTo(false);
        assertThat(consumer.signalsOf("PropertiesChanged")).isZero();
    }

    private Object paused() {
        var reply = get(admin.adminDoor()
                .invoke(
                        Peer.ADMIN,
                        StandardInterfaces.PROPERTIES,
                        StandardInterfaces.GET,
                        List.of("org.vitrine.Admin1", "Paused")));
        return ((Variant<?>) reply.getFirst()).value();
    }

    @Test
    void revokesAllSessionsAndLeavesImages() {
        assertThat(get(admin.admin().revokeApp("org.example.Somebody")).sessions())
                .isZero();

        var taken = get(admin.admin().revokeAll());

        assertThat(taken.sessions()).isEqualTo(1);
        assertThat(taken.grants()).isZero();
        assertThat(consumer.signal("Closed").body()).asString().contains("revoked");
        assertThat(get(consumer.consumer().listImages(Map.of())).images()).hasSize(1);
    }

    @Test
    void revokesTheSessionsOfAnApplicationAndOfProgramsThatAreNotKnown() {
        String app = kind().sandboxesPeers() ? ContractBus.APP : "";
        assertThat(get(admin.admin().revokeApp(app)).sessions()).isEqualTo(1);
    }

    @Test
    void revokesASession() {
        ObjectPath added = (ObjectPath) admin.signal("InterfacesAdded").body().getFirst();
        get(admin.admin().revoke(added));

        assertThat(consumer.signal("Closed").body()).asString().contains("revoked");
        assertThat(admin.signal("InterfacesRemoved").body().getFirst()).isEqualTo(added);
        assertThat(error(() -> get(consumer.consumer().openBuffers(session, 0))))
                .isEqualTo(ErrorName.NOT_FOUND);
        assertThat(error(() -> get(admin.admin().revoke(added)))).isEqualTo(ErrorName.NOT_FOUND);
    }

    @Test
    void revokesAnImageWithItsDescriptors() {
        String id = image.value().substring(image.value().lastIndexOf('/') + 1);
        get(admin.admin().revoke(new ObjectPath("/org/vitrine/Admin/image/" + id)));

        assertThat(error(() -> get(consumer.consumer().openImage(image, Map.of()))))
                .isEqualTo(ErrorName.NOT_FOUND);
        assertThat(value(get(admin.admin().getStatistics()).statistics(), "descriptors"))
                .isEqualTo(0L);
    }

    @Test
    void explainsADecision() {
        var explained = get(admin.admin().explain("org.example.Painter", image, "read"));
        assertThat(explained.effect()).isEqualTo("ask");
        assertThat(value(explained.explanation(), "rule")).isEqualTo("painter");
        assertThat((Long) value(explained.explanation(), "line")).isPositive();
        assertThat(error(() -> get(admin.admin().explain("", image, "draw")))).isEqualTo(ErrorName.INVALID_ARGUMENT);
    }

    @Test
    void explainsWhichRulesLostAndWhichCameNear() {
        broker.writeRules(RULES
                + "[[rule]]\nname = 'painters'\nactions = ['read']\napp = 'org.example.*'\neffect = 'deny'\n"
                + "[[rule]]\nname = 'others'\nactions = ['read']\napp = 'org.other.*'\neffect = 'allow'\n");
        get(admin.admin().reloadPolicy());

        var explained = get(admin.admin().explain("org.example.Painter", image, "read"));

        assertThat(explained.effect()).isEqualTo("deny");
        assertThat(value(explained.explanation(), "rule")).isEqualTo("painters");
        assertThat(value(explained.explanation(), "shadowed"))
                .asString()
                .startsWith("[[painter, ")
                .contains("[peers, ");
        assertThat((List<?>) value(explained.explanation(), "near"))
                .singleElement()
                .asString()
                .contains("others")
                .endsWith(", allow, app]");
    }

    @Test
    void keepsTheOldRulesWhenTheNewOnesHaveAnError() {
        broker.writeRules("[[rule]]\nname = 'x'\ncolour = 'red'\n");
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> get(admin.admin().reloadPolicy()))
                .withMessageContaining(".toml:3:1: unknown key 'colour'");
        assertThat(value(get(admin.admin().getStatistics()).statistics(), "rules"))
                .isEqualTo(2L);
    }

    @Test
    void endsWhatNewRulesDeny() {
        broker.writeRules(RULES + "[[rule]]\nname = 'none'\nactions = ['list', 'read']\neffect = 'deny'\n");
        assertThat(get(admin.admin().reloadPolicy()).rules()).isEqualTo(3);

        assertThat(consumer.signal("Closed").body()).asString().contains("policy");
        assertThat(error(() -> get(consumer.consumer().openImage(image, Map.of()))))
                .isEqualTo(ErrorName.NOT_FOUND);
    }

    @Test
    void asksNobodyYet() {
        broker.writeRules(RULES + "[[rule]]\nname = 'ask'\nactions = ['read']\neffect = 'ask'\n");
        get(admin.admin().reloadPolicy());

        assertThat(error(() -> get(consumer.consumer().openImage(image, Map.of()))))
                .isEqualTo(ErrorName.INTERACTIVE_AUTHORIZATION_REQUIRED);
        assertThat(error(() -> get(consumer.interactiveConsumer().openImage(image, Map.of()))))
                .isEqualTo(ErrorName.NOT_ALLOWED);
        get(consumer.consumer().requestAccess(image, Map.of()));
        assertThat(consumer.signal("Response").body())
                .startsWith(2L)
                .asString()
                .contains("org.freedesktop.portal.Error.NotAllowed");
    }

    private static ErrorName error(Runnable call) {
        try {
            call.run();
        } catch (VitrineException e) {
            return e.name();
        }
        throw new AssertionError("no error");
    }
}
