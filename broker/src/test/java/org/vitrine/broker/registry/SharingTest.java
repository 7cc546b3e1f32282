package org.vitrine.broker.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.api.Limits;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.identity.Caller;

class SharingTest {
    private final TestRegistry test = new TestRegistry(Limits.DEFAULTS);
    private final Sharing sharing = new Sharing(test.registry, test.endings);

    @Test
    void handsOutNothingWhileItIsPaused() {
        assertThat(sharing.pause()).isTrue();
        assertThat(sharing.pause()).isFalse();
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(sharing::requireOn)
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_ALLOWED));
        assertThat(sharing.resume()).isTrue();
        sharing.requireOn();
    }

    @Test
    void refusesThoseThatWaitForBuffersWhenItIsPaused() {
        Caller caller = test.join();
        SharedImage image = test.advertise(test.producers.register(caller, Optional.empty()), 0);
        var waiting = test.sessions
                .buffers(caller, image, TestRegistry.GRANT, FormatSet.ALL)
                .toCompletableFuture();

        sharing.pause();

        assertThat(waiting).isCompletedExceptionally();
    }

    @Test
    void tellsListenersOnceOfEachChange() {
        List<Boolean> told = new ArrayList<>();
        test.registry.listen(new RegistryListener() {
            @Override
            public void sharingPaused(boolean paused) {
                told.add(paused);
            }
        });

        sharing.pause();
        sharing.pause();
        sharing.resume();

        assertThat(told).containsExactly(true, false);
    }
}
