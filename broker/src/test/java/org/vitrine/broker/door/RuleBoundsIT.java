package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vitrine.broker.testing.Peer.get;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
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

/** What the bounds in a rule file come to for a consumer. */
@ExtendWith(LeakCheck.class)
class RuleBoundsIT {
    private static final String BOUND = "[[rule]]\nname = 'bound'\nactions = ['read']\neffect = 'allow'\n";

    private final PrivateBus bus = PrivateBus.start();
    private final Peer producer = Peer.connect(bus.address());
    private final Peer consumer = Peer.connect(bus.address());

    @AfterEach
    void stop() {
        consumer.close();
        producer.close();
        bus.close();
    }

    @Test
    void aSessionEndsWhenItsTimeIsOver() {
        try (RunningBroker _ = broker("duration = '1 s'")) {
            ObjectPath image = share();
            assertThat(responseTo(image)).startsWith(0L);
            assertThat(consumer.signal("Closed").body()).asString().contains("reason", "expired");
        }
    }

    @Test
    void anImageHasNoMoreConsumersThanTheRuleSays() {
        try (RunningBroker _ = broker("consumers = 1")) {
            ObjectPath image = share();
            assertThat(responseTo(image)).startsWith(0L);
            assertThat(responseTo(image)).startsWith(2L).asString().contains(ErrorName.LIMITS_EXCEEDED.dbusName());
            refuses(image, ErrorName.LIMITS_EXCEEDED);
        }
    }

    @Test
    void anImageIsHadInTheFormatsAloneThatTheRuleNames() {
        try (RunningBroker _ = broker("formats = 'NV12'")) {
            ObjectPath image = share();
            assertThat(responseTo(image)).startsWith(2L).asString().contains(ErrorName.NOT_SUPPORTED.dbusName());
            refuses(image, ErrorName.NOT_SUPPORTED);
        }
    }

    private RunningBroker broker(String bound) {
        return RunningBroker.start(bus.address(), RunningBroker.ALLOW_ALL + BOUND + bound, Limits.DEFAULTS);
    }

    private ObjectPath share() {
        try (OwnedFd fd = TestBuffers.sealed(4, 4)) {
            return producer.advertise(producer.register(), "Bound", List.of(TestBuffers.in((Fd) fd, 4, 4)));
        }
    }

    private List<Object> responseTo(ObjectPath image) {
        get(consumer.consumer().requestAccess(image, Map.of()));
        return consumer.signal("Response").body();
    }

    private void refuses(ObjectPath image, ErrorName error) {
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> get(consumer.consumer().openImage(image, Map.of())))
                .satisfies(e -> assertThat(e.name()).isEqualTo(error));
    }
}
