package org.vitrine.broker.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.Limits;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.identity.Caller;
import org.vitrine.fd.LeakCheck;
import org.vitrine.policy.Action;
import org.vitrine.policy.Basis;
import org.vitrine.policy.Constraints;
import org.vitrine.policy.Decision;
import org.vitrine.policy.Effect;

@ExtendWith(LeakCheck.class)
class BoundsTest {
    private final TestRegistry test = new TestRegistry(Limits.DEFAULTS);
    private final Caller producer = test.join();
    private final Caller consumer = test.join();
    private final SharedImage image = test.advertise(test.producers.register(producer, Optional.empty()), 1);

    @AfterEach
    void stop() {
        test.endings.endAll();
        test.closeRetired();
    }

    @Test
    void endsASessionWhenItsTimeIsOver() {
        Grant grant = grant(new Constraints(Optional.of(Duration.ofMinutes(10)), Optional.empty(), List.of()));
        test.sessions.open(consumer, image, grant, FormatSet.ALL, Optional.empty());
        assertThat(test.alarms).singleElement().extracting(Map.Entry::getKey).isEqualTo(Duration.ofMinutes(10));

        test.alarms.getFirst().getValue().run();

        assertThat(test.told).containsExactly("sessionRemoved expired");
    }

    @Test
    void turnsTheAlarmOffWhenTheSessionEndsBefore() {
        Grant grant = grant(new Constraints(Optional.of(Duration.ofMinutes(10)), Optional.empty(), List.of()));
        ConsumerSession session = test.sessions.open(consumer, image, grant, FormatSet.ALL, Optional.empty());

        test.endings.end(session, Ending.REVOKED);

        assertThat(test.alarms).isEmpty();
    }

    @Test
    void letsAnImageHaveAsManyConsumersAsTheRuleSays() {
        Grant grant = grant(new Constraints(Optional.empty(), Optional.of(1), List.of()));
        ConsumerSession first = test.sessions.open(consumer, image, grant, FormatSet.ALL, Optional.empty());

        refuses(
                ErrorName.LIMITS_EXCEEDED,
                () -> test.sessions.open(consumer, image, grant, FormatSet.ALL, Optional.empty()));
        refuses(ErrorName.LIMITS_EXCEEDED, () -> test.sessions.buffers(consumer, image, grant, FormatSet.ALL));
        test.endings.end(first, Ending.BY_OWNER);

        assertThat(test.sessions.buffers(consumer, image, grant, FormatSet.ALL)).isCompleted();
    }

    @Test
    void handsOutTheFormatsAloneThatTheRuleNames() {
        Grant other = grant(new Constraints(Optional.empty(), Optional.empty(), List.of("NV12")));
        Grant same = grant(new Constraints(Optional.empty(), Optional.empty(), List.of("NV12", "XRGB8888")));

        refuses(
                ErrorName.NOT_SUPPORTED,
                () -> test.sessions.open(consumer, image, other, FormatSet.ALL, Optional.empty()));
        refuses(ErrorName.NOT_SUPPORTED, () -> test.sessions.buffers(consumer, image, other, FormatSet.ALL));

        assertThat(test.sessions.buffers(consumer, image, same, FormatSet.ALL)).isCompleted();
    }

    private static Grant grant(Constraints constraints) {
        return new Grant(Action.READ, new Decision(Effect.ALLOW, new Basis.OfDefault(), constraints));
    }

    private static void refuses(ErrorName name, Runnable call) {
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.name()).isEqualTo(name));
    }
}
