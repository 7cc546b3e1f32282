package org.vitrine.client;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class FollowIT {
    @RegisterExtension
    static final PortalFixture FIXTURE = new PortalFixture();

    private static final ImageSpec SPEC = ImageSpec.of("Moving", 16, 16);
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void showsEveryNewFrameInPlace() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        try (ImageSession session = follow(shared)) {
            for (int i = 1; i <= 5; i++) {
                draw(shared, i);
                Frame frame = session.nextFrame(SOON).orElseThrow();
                assertThat(frame.sequence()).isEqualTo(i);
                assertThat(frame.timeNs()).isPresent();
                assertThat(frame.damage()).containsExactly(new Damage(0, 0, 1, 1));
                assertThat(session.pixels(frame).plane().row(0).getAtIndex(JAVA_INT, 0))
                        .isEqualTo(i);
            }
            assertThat(session.skippedFrames()).isZero();
        }
    }

    @Test
    void followsAnImageThatIsResized() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        try (ImageSession session = follow(shared)) {
            draw(shared, 1);
            Frame before = session.nextFrame(SOON).orElseThrow();
            shared.resize(32, 8);
            shared.resize(64, 4);
            draw(shared, 2);
            Frame after = session.nextFrame(SOON).orElseThrow();

            assertThat(after.generation()).isEqualTo(3);
            assertThat(session.buffers().getFirst().widthPixels()).isEqualTo(64);
            assertThat(session.pixels(after).plane().row(0).getAtIndex(JAVA_INT, 0))
                    .isEqualTo(2);
            assertThatThrownBy(() -> session.pixels(before)).isInstanceOf(VitrineException.class);
        }
    }

    @Test
    void resizesNothingThatIsBeingDrawnOrClosed() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        Pixels old;
        try (Drawing drawing = shared.draw()) {
            old = drawing.pixels();
            assertThatThrownBy(() -> shared.resize(32, 8)).isInstanceOf(IllegalStateException.class);
        }
        shared.resize(32, 8);
        assertThatThrownBy(() -> old.plane().row(0).getAtIndex(JAVA_INT, 0)).isInstanceOf(IllegalStateException.class);
        shared.close();
        assertThatThrownBy(() -> shared.resize(8, 8)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isToldWhatIsRememberedAndPassesTheTokenOn() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        AccessOptions options = AccessOptions.READ.remembered(Persistence.UNTIL_REVOKED);
        String token;
        try (ImageSession first = FIXTURE.connect().requestAccess(shared.id(), options)) {
            assertThat(first.remembered().persistence()).isEqualTo(Persistence.UNTIL_REVOKED);
            assertThat(first.remembered()).asString().doesNotContain("token=token");
            token = first.remembered().restoreToken().orElseThrow();
        }
        try (ImageSession next = FIXTURE.connect().requestAccess(shared.id(), options.restoring(token))) {
            assertThat(next.remembered().restoreToken()).contains(token + "'");
        }
        try (ImageSession plain = FIXTURE.connect().requestAccess(shared.id(), AccessOptions.READ)) {
            assertThat(plain.remembered()).isEqualTo(Remembering.NOTHING);
        }
    }

    @Test
    void takesPausedSharingForNobodyLooking() throws InterruptedException {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        try (ImageSession session = follow(shared)) {
            assertThat(session.bufferCount()).isPositive();
            Eventually.isTrue(() -> shared.consumers() == 1);
            FIXTURE.portal().pauseSharing(true);
            Eventually.isTrue(() -> shared.consumers() == 0);
            FIXTURE.portal().pauseSharing(false);
            Eventually.isTrue(() -> shared.consumers() == 1);
        }
    }

    @Test
    void skipsFramesForAConsumerThatIsSlow() throws InterruptedException {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        try (ImageSession session = follow(shared)) {
            draw(shared, 1);
            assertThat(session.nextFrame(SOON)).isPresent();
            draw(shared, 2);
            draw(shared, 3);
            draw(shared, 4);
            Optional<Frame> frame = session.nextFrame(SOON);
            while (frame.isPresent() && frame.get().sequence() < 4) {
                frame = session.nextFrame(SOON);
            }
            assertThat(frame).map(Frame::sequence).hasValue(4L);
            assertThat(session.skippedFrames()).isBetween(0L, 2L);
        }
    }

    @Test
    void opensAllBuffersPageByPage() {
        SharedImage shared = FIXTURE.connect().share(SPEC.withBuffers(5));
        try (ImageSession session = follow(shared)) {
            assertThat(session.bufferCount()).isEqualTo(5);
            assertThat(session.buffers()).hasSize(5);
            for (int i = 0; i < 5; i++) {
                assertThat(session.storage(i)).isEqualTo(shared.storage(i));
            }
        }
    }

    @Test
    void tellsTheProducerThatSomebodyLooks() throws InterruptedException {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        assertThat(shared.consumers()).isZero();
        try (ImageSession session = follow(shared)) {
            Eventually.isTrue(() -> shared.consumers() == 1);
            assertThat(session.closedReason()).isEmpty();
        }
    }

    @Test
    void endsItsSessionWhenClosed() throws InterruptedException {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        ImageSession session = follow(shared);
        session.close();
        session.close();

        Eventually.isTrue(() -> FIXTURE.portal().sessionCount() == 0);
        assertThatThrownBy(session::bufferCount).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhyTheBrokerEndedTheSession() throws InterruptedException {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        try (ImageSession session = follow(shared)) {
            FIXTURE.portal().closeSessions("revoked");
            assertThat(session.nextFrame(SOON)).isEmpty();
            assertThat(session.closedReason()).contains("revoked");
        }
    }

    @Test
    void noticesThatTheBrokerIsGone() throws InterruptedException {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        try (ImageSession session = follow(shared)) {
            FIXTURE.portal().close();
            assertThat(session.nextFrame(SOON)).isEmpty();
            assertThat(session.closedReason()).contains("shutdown");
            Eventually.isTrue(() -> shared.closedReason().isPresent());
        }
        shared.close();
    }

    @Test
    void throwsWhenTheUserSaysNo() {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        FIXTURE.portal().answer = Optional.of(1L);

        assertThatThrownBy(() -> follow(shared))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.CANCELLED));
    }

    @Test
    void stopsWaitingForAnAnswerWhenTheBrokerIsGone() throws InterruptedException {
        SharedImage shared = FIXTURE.connect().share(SPEC);
        FIXTURE.portal().answer = Optional.empty();
        Vitrine vitrine = FIXTURE.connect();
        Throwable[] thrown = new Throwable[1];
        Thread asking = Thread.ofPlatform().start(() -> {
            try {
                vitrine.requestAccess(shared.id(), AccessOptions.READ).close();
            } catch (VitrineException e) {
                thrown[0] = e;
            }
        });
        Eventually.isTrue(() -> asking.getState() == Thread.State.WAITING);
        FIXTURE.portal().close();

        assertThat(asking.join(SOON)).isTrue();
        assertThat(thrown[0]).isInstanceOf(VitrineException.class);
    }

    private static ImageSession follow(SharedImage image) {
        return FIXTURE.connect().requestAccess(image.id(), AccessOptions.READ.because("To test it"));
    }

    private static void draw(SharedImage image, int pixel) {
        try (Drawing drawing = image.draw()) {
            drawing.pixels().plane().row(0).setAtIndex(JAVA_INT, 0, pixel);
            drawing.damage(0, 0, 1, 1);
        }
    }
}
