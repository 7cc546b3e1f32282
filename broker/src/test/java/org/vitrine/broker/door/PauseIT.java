package org.vitrine.broker.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vitrine.broker.testing.Peer.get;
import static org.vitrine.broker.testing.Peer.value;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.testing.Peer;
import org.vitrine.broker.testing.RunningBroker;
import org.vitrine.broker.testing.TestBuffers;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.testing.PrivateBus;

/** What a producer and a consumer see of a pause. */
@ExtendWith(LeakCheck.class)
class PauseIT {
    private final PrivateBus bus = PrivateBus.start();
    private final RunningBroker broker = RunningBroker.startAllowingAll(bus.address());
    private final Peer producer = Peer.connect(bus.address());
    private final Peer consumer = Peer.connect(bus.address());
    private final Peer admin = Peer.connect(bus.address());
    private final ObjectPath image = share();
    private final ObjectPath session = letIn();

    @AfterEach
    void stop() {
        admin.close();
        consumer.close();
        producer.close();
        broker.close();
        bus.close();
    }

    @Test
    void handsNothingOutWhilePausedAndGoesOnWithTheSameSession() {
        get(admin.admin().pause());

        producer.signal("Paused");
        refuses(consumer.consumer().openBuffers(session, 0));
        refuses(consumer.consumer().openImage(image, Map.of()));
        assertThat(response()).startsWith(2L).asString().contains(ErrorName.NOT_ALLOWED.dbusName());

        get(admin.admin().resume());

        producer.signal("Resumed");
        assertThat(consumer.signal("BuffersChanged").body()).containsExactly(session, 1L);
        var page = get(consumer.consumer().openBuffers(session, 0));
        page.buffers().forEach(buffer -> buffer.planes().getFirst().fd().close());
        assertThat(page.buffers()).hasSize(2);
    }

    @Test
    void withholdsFramesWhilePaused() {
        get(admin.admin().pause());
        get(producer.producer().publish(image, 1, Map.of()));
        get(consumer.consumer().listImages(Map.of())); // its answer comes after any frame
        assertThat(consumer.signalsOf("FramePublished")).isZero();

        get(admin.admin().resume());
        get(producer.producer().publish(image, 0, Map.of()));
        assertThat(consumer.signal("FramePublished").body().subList(0, 3)).containsExactly(session, 1L, 0L);
    }

    private ObjectPath share() {
        List<OwnedFd> fds = TestBuffers.sealed(4, 4, 2);
        ObjectPath shared = producer.advertise(producer.register(), "Paused", TestBuffers.in(fds, 4, 4));
        fds.forEach(OwnedFd::close);
        return shared;
    }

    private ObjectPath letIn() {
        return (ObjectPath) value((Map<?, ?>) response().get(1), "session_handle");
    }

    private List<Object> response() {
        get(consumer.consumer().requestAccess(image, Map.of()));
        return consumer.signal("Response").body();
    }

    private static void refuses(CompletionStage<?> call) {
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> get(call))
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_ALLOWED));
    }
}
