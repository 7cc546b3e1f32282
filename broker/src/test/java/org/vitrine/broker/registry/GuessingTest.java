package org.vitrine.broker.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.identity.Caller;

/** Guesses a hundred thousand handles, five a round, real ones of others among them. */
class GuessingTest {
    private static final int ROUNDS = 20_000;

    private final TestRegistry test = new TestRegistry(Limits.DEFAULTS);
    private final Caller owner = test.join();
    private final Caller stranger = test.join();

    @Test
    void answersEveryGuessWithTheSameWords() {
        Random random = new Random(1);
        for (int i = 0; i < 64; i++) {
            test.advertise(test.producers.register(owner, Optional.empty()), 0);
            test.sessions.openRequest(test.join(), Optional.of(new HandleToken("t")));
        }
        Set<String> answers = new TreeSet<>();
        for (int i = 0; i < ROUNDS; i++) {
            long serial = random.nextLong(1, 300);
            ObjectPath session = PortalPaths.session(owner.name(), new HandleToken("vitrine_" + serial));
            ObjectPath request = new ObjectPath(PortalPaths.ROOT.value() + "/request/1_" + serial + "/t");
            answers.add("image: " + answer(() -> test.producers.image(stranger, PortalPaths.image(serial))));
            answers.add("producer: " + answer(() -> test.producers.session(stranger, session)));
            answers.add("consumer: " + answer(() -> test.sessions.session(stranger, session)));
            answers.add("session: " + test.registry.session(stranger, session));
            answers.add("request: " + test.registry.request(stranger, request));
        }
        assertThat(answers).hasSize(5).noneMatch(answer -> answer.endsWith("found"));
    }

    private static String answer(Runnable guess) {
        try {
            guess.run();
            return "found";
        } catch (VitrineException e) {
            return e.name() + ": " + e.text();
        }
    }
}
