package org.vitrine.broker.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.Limits;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.intake.AcceptedBuffers;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.OwnedFd;
import org.vitrine.policy.Sandbox;

@ExtendWith(LeakCheck.class)
class RegistryTest {
    private final TestRegistry test = new TestRegistry(Limits.DEFAULTS);
    private final Caller producer = test.join();
    private final Caller consumer = test.join();

    @AfterEach
    void leaveNothing() {
        test.endings.end(producer);
        test.endings.end(consumer);
        test.closeRetired();
        assertThat(test.registry.descriptorCount()).isZero();
        assertThat(test.registry.images()).isEmpty();
        assertThat(test.registry.producers()).isEmpty();
        assertThat(test.registry.consumers()).isEmpty();
        assertThat(test.registry.requestCount()).isZero();
        assertThat(test.registry.callers()).isEmpty();
    }

    @Test
    void endsConsumersFirstThenTheImageThenTheProducer() {
        ProducerSession session = test.producers.register(producer, Optional.empty());
        SharedImage image = test.advertise(session, 2);
        test.sessions.open(consumer, image, TestRegistry.GRANT, FormatSet.ALL, Optional.empty());

        test.endings.end(producer);

        assertThat(test.told).containsExactly("sessionRemoved producer-gone", "imageRemoved", "producerRemoved ");
        assertThat(test.registry.takeRetired()).hasSize(2).allSatisfy(OwnedFd::close);
    }

    @Test
    void neverUsesASerialAgain() {
        ProducerSession session = test.producers.register(producer, Optional.empty());
        SharedImage first = test.advertise(session, 0);
        test.producers.withdraw(first);
        assertThat(test.advertise(session, 0).serial()).isGreaterThan(first.serial());
    }

    @Test
    void findsOnlyTheCallersOwnSessions() {
        ProducerSession session = test.producers.register(producer, Optional.empty());
        assertThat(test.registry.session(producer, session.path())).contains(session);
        assertThat(test.registry.session(consumer, session.path())).isEmpty();
    }

    @Test
    void refusesASessionOfTheOtherKind() {
        ProducerSession session = test.producers.register(producer, Optional.empty());
        assertThat(error(() -> test.sessions.session(producer, session.path()))).isEqualTo(ErrorName.NOT_FOUND);
    }

    @Test
    void retiresTheOldGenerationWhenTheNextComes() {
        SharedImage image = test.advertise(test.producers.register(producer, Optional.empty()), 1);
        test.producers.publish(image, 0);
        test.producers.replaceBuffers(image, 2, TestRegistry.accepted(3));
        assertThat(test.registry.takeRetired()).hasSize(1).allSatisfy(OwnedFd::close);
        assertThat(image.generationNumber()).isEqualTo(2);
        assertThat(image.sequence()).isEqualTo(1);
    }

    @Test
    void refusesWhatGoesOverTheQuotasAndChangesNothing() {
        ProducerSession session = test.producers.register(producer, Optional.empty());
        SharedImage image = test.advertise(session, 5);
        AcceptedBuffers tooMany = TestRegistry.accepted(4);
        assertThat(error(() -> test.producers.addBuffers(image, 1, tooMany))).isEqualTo(ErrorName.LIMITS_EXCEEDED);
        tooMany.descriptors().forEach(OwnedFd::close);
        assertThat(test.registry.descriptorCount()).isEqualTo(5);
        assertThat(image.generation().orElseThrow().size()).isEqualTo(5);
    }

    @Test
    void letsAProducerHaveSixtyFourImages() {
        ProducerSession session = test.producers.register(producer, Optional.empty());
        for (int i = 0; i < 64; i++) {
            test.advertise(session, 0);
        }
        assertThat(error(() -> test.advertise(session, 0))).isEqualTo(ErrorName.LIMITS_EXCEEDED);
    }

    @Test
    void letsAnApplicationWaitForSixteenAnswers() {
        SharedImage image = test.advertise(test.producers.register(producer, Optional.empty()), 0);
        for (int i = 0; i < 8; i++) {
            test.sessions.openRequest(consumer, Optional.empty());
            test.sessions.buffers(consumer, image, TestRegistry.GRANT, FormatSet.ALL);
        }
        assertThat(error(() -> test.sessions.openRequest(consumer, Optional.empty())))
                .isEqualTo(ErrorName.LIMITS_EXCEEDED);
        assertThat(error(() -> test.sessions.buffers(consumer, image, TestRegistry.GRANT, FormatSet.ALL)))
                .isEqualTo(ErrorName.LIMITS_EXCEEDED);
    }

    @Test
    void countsTheSessionsOfAllConnectionsOfAnApplication() {
        Caller one = test.join("org.example.App", Sandbox.FLATPAK);
        Caller two = test.join("org.example.App", Sandbox.FLATPAK);
        for (int i = 0; i < 64; i++) {
            test.producers.register(one, Optional.empty());
            test.producers.register(two, Optional.empty());
        }
        assertThat(error(() -> test.producers.register(two, Optional.empty()))).isEqualTo(ErrorName.LIMITS_EXCEEDED);
        assertThat(test.producers.register(consumer, Optional.empty()).path()).isNotNull();
        test.endings.end(one);
        assertThat(test.producers.register(two, Optional.empty()).path()).isNotNull();
        test.endings.end(two);
    }

    @Test
    void givesTheQuotaBackWhenAWaitEnds() {
        SharedImage image = test.advertise(test.producers.register(producer, Optional.empty()), 0);
        var waiting = test.sessions
                .buffers(consumer, image, TestRegistry.GRANT, FormatSet.ALL)
                .toCompletableFuture();
        test.producers.replaceBuffers(image, 1, TestRegistry.accepted(1));
        assertThat(waiting).isCompletedWithValueMatching(generation -> generation.number() == 1);
        for (int i = 0; i < 16; i++) {
            test.sessions.openRequest(consumer, Optional.empty());
        }
        assertThat(test.registry.requestCount()).isEqualTo(16);
    }

    @Test
    void handsNothingToAWaitWhoseSessionHasEnded() {
        SharedImage image = test.advertise(test.producers.register(producer, Optional.empty()), 0);
        ConsumerSession session =
                test.sessions.open(consumer, image, TestRegistry.GRANT, FormatSet.ALL, Optional.empty());
        var waiting = test.sessions.buffers(session, FormatSet.ALL).toCompletableFuture();

        test.endings.end(session, Ending.REVOKED);
        test.producers.replaceBuffers(image, 1, TestRegistry.accepted(1));

        assertThat(error(waiting)).isEqualTo(ErrorName.NOT_FOUND);
    }

    @Test
    void handsNothingToAWaitThatIsDeniedMeanwhile() {
        SharedImage image = test.advertise(test.producers.register(producer, Optional.empty()), 0);
        var waiting = test.sessions
                .buffers(consumer, image, TestRegistry.GRANT, FormatSet.ALL)
                .toCompletableFuture();
        var another = test.sessions
                .buffers(producer, image, TestRegistry.GRANT, FormatSet.ALL)
                .toCompletableFuture();

        test.endings.endWaits(image, (caller, _) -> caller.equals(consumer), Refusals.noSuchImage());
        test.producers.replaceBuffers(image, 1, TestRegistry.accepted(1));

        assertThat(error(waiting)).isEqualTo(ErrorName.NOT_FOUND);
        assertThat(another).isCompleted();
    }

    @Test
    void tellsAWaitThatTheProducerHasGone() {
        SharedImage image = test.advertise(test.producers.register(producer, Optional.empty()), 0);
        ConsumerSession session =
                test.sessions.open(consumer, image, TestRegistry.GRANT, FormatSet.ALL, Optional.empty());
        var waiting = test.sessions.buffers(session, FormatSet.ALL).toCompletableFuture();
        test.producers.withdraw(image);
        assertThat(error(waiting)).isEqualTo(ErrorName.PRODUCER_GONE);
    }

    @Test
    void endsARequestOnce() {
        AccessRequest request = test.sessions.openRequest(consumer, Optional.of(new HandleToken("t")));
        assertThat(error(() -> test.sessions.openRequest(consumer, Optional.of(new HandleToken("t")))))
                .isEqualTo(ErrorName.EXISTS);
        assertThat(test.sessions.closeRequest(request)).isTrue();
        assertThat(test.sessions.closeRequest(request)).isFalse();
        assertThat(test.registry.request(consumer, request.path())).isEmpty();
    }

    private static ErrorName error(CompletableFuture<?> stage) {
        assertThat(stage).isCompletedExceptionally();
        return stage.handle((_, failure) -> {
                    Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
                    return ((VitrineException) cause).name();
                })
                .join();
    }

    private static ErrorName error(Runnable call) {
        ErrorName[] name = new ErrorName[1];
        assertThatExceptionOfType(VitrineException.class).isThrownBy(call::run).satisfies(e -> name[0] = e.name());
        return name[0];
    }
}
