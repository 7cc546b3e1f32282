package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vitrine.broker.testing.Peer.get;
import static org.vitrine.broker.testing.Peer.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.testing.Peer;
import org.vitrine.broker.testing.RunningBroker;
import org.vitrine.broker.testing.TestBuffers;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.testing.PrivateBus;

@ExtendWith(LeakCheck.class)
class AdminIT {
    private final PrivateBus bus = PrivateBus.start();
    private final RunningBroker broker =
            RunningBroker.start(bus.address(), RunningBroker.shippedRules(), Limits.DEFAULTS);
    private final Peer producer = Peer.connect(bus.address());
    private final Peer consumer = Peer.connect(bus.address());
    private final Peer admin = Peer.connect(bus.address());
    private ObjectPath image = Peer.PORTAL;
    private ObjectPath session = Peer.PORTAL;

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
        assertThat(value(shown, "Rule")).isEqualTo("unsandboxed-programs");
        assertThat(value(shown, "Access")).isEqualTo("read");
        assertThat(value(shown, "Pid")).isEqualTo(ProcessHandle.current().pid());
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
        assertThat(value(explained.explanation(), "rule")).isEqualTo("sandboxed-apps");
        assertThat((Long) value(explained.explanation(), "line")).isPositive();
        assertThat(error(() -> get(admin.admin().explain("", image, "draw")))).isEqualTo(ErrorName.INVALID_ARGUMENT);
    }

    @Test
    void explainsWhichRulesLostAndWhichCameNear() {
        broker.writeRules(RunningBroker.shippedRules()
                + "[[rule]]\nname = 'painters'\nactions = ['read']\napp = 'org.example.*'\neffect = 'deny'\n"
                + "[[rule]]\nname = 'others'\nactions = ['read']\napp = 'org.other.*'\neffect = 'allow'\n");
        get(admin.admin().reloadPolicy());

        var explained = get(admin.admin().explain("org.example.Painter", image, "read"));

        assertThat(explained.effect()).isEqualTo("deny");
        assertThat(value(explained.explanation(), "rule")).isEqualTo("painters");
        assertThat((List<?>) value(explained.explanation(), "shadowed"))
                .singleElement()
                .asString()
                .contains("sandboxed-apps");
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
        broker.writeRules(RunningBroker.shippedRules()
                + "[[rule]]\nname = 'none'\nactions = ['list', 'read']\neffect = 'deny'\n");
        assertThat(get(admin.admin().reloadPolicy()).rules()).isEqualTo(3);

        assertThat(consumer.signal("Closed").body()).asString().contains("policy");
        assertThat(error(() -> get(consumer.consumer().openImage(image, Map.of()))))
                .isEqualTo(ErrorName.NOT_FOUND);
    }

    @Test
    void asksNobodyYet() {
        broker.writeRules(
                RunningBroker.shippedRules() + "[[rule]]\nname = 'ask'\nactions = ['read']\neffect = 'ask'\n");
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
