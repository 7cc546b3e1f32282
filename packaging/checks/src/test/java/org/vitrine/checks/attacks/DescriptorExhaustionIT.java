package org.vitrine.checks.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.checks.stage.BrokerProcess;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;

/** T8, T9: a broker that can open only so many more descriptors says so, or ends; it never lives on deaf. */
class DescriptorExhaustionIT {
    private static final int ENOUGH = 1024;
    private static final Duration EXIT_PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final Siege SIEGE = Siege.ofBroker();

    static IntStream numbersOfFreeDescriptors() {
        return IntStream.rangeClosed(0, 16);
    }

    @ParameterizedTest
    @MethodSource("numbersOfFreeDescriptors")
    void answersOrEndsWithHardlyADescriptorLeft(int free) {
        Stage stage = SIEGE.stage();
        SIEGE.attack("T8, T9 +" + free, () -> {
            BrokerProcess broker = stage.broker();
            limitDescriptors(
                    broker, limitThatLeaves(free, broker.allDescriptors().keySet()));
            Figures figures = Figures.parse(stage.attacker("exhaustion.py").output());
            if (figures.answered() == figures.sent()) {
                limitDescriptors(broker, ENOUGH);
            } else {
                broker.awaitExit(EXIT_PATIENCE);
                stage.restartBroker();
            }
            return figures;
        });
    }

    /** The limit under which that many numbers are free: numbers of new descriptors are below the limit. */
    private static int limitThatLeaves(int free, Set<Integer> open) {
        return IntStream.range(0, ENOUGH)
                .filter(limit -> IntStream.range(0, limit)
                                .filter(number -> !open.contains(number))
                                .count()
                        == free)
                .max()
                .orElseThrow();
    }

    private static void limitDescriptors(BrokerProcess broker, int limit) {
        String pid = Long.toString(broker.process().pid());
        Program.output(Map.of(), List.of("prlimit", "--pid", pid, "--nofile=" + limit + ":"));
        assertThat(limit).isPositive();
    }
}
