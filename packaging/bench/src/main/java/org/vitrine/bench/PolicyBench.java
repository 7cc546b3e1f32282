package org.vitrine.bench;

import static org.vitrine.bench.Samples.median;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What identity, ten thousand rules and the journal cost a call of a program that has called before. */
final class PolicyBench {
    private static final int RULES = 10_000;
    private static final int RULES_A_FILE = 2_000;
    private static final int WARM_UP_CALLS = 30_000;

    private final Setup setup;

    PolicyBench(Setup setup) {
        this.setup = setup;
    }

    List<Figure> run() {
        Cpu cpu = Cpu.last();
        try (BenchBus guarded = BenchBus.startOn(cpu);
                BenchBus open = BenchBus.startOn(cpu)) {
            addManyRules(guarded.home());
            try (Side with = Side.start(setup, guarded, cpu, Map.of());
                    Side without = Side.start(setup, open, cpu, Map.of("VITRINE_JOURNAL", "false"))) {
                return figures(with, without);
            }
        }
    }

    /** In several files: one may not be longer than 1 MiB. */
    private static void addManyRules(BenchHome home) {
        String[] rules = new ManyRules().toml(RULES).split("(?=\\[\\[rule]]\n)", -1);
        for (int first = 0; first < rules.length; first += RULES_A_FILE) {
            String toml =
                    String.join("", Arrays.asList(rules).subList(first, Math.min(first + RULES_A_FILE, rules.length)));
            home.addRules(String.format(Locale.ROOT, "many-%05d.toml", first), toml);
        }
    }

    private List<Figure> figures(Side with, Side without) {
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0; round <= setup.rounds(); round++) {
            double[] p50Us = {
                with.client().latency().p50Us(), without.client().latency().p50Us()
            };
            if (round > 0) { // the first round is not counted
                rounds.add(p50Us);
            }
        }
        return List.of(Figure.withGoal(
                "OpenImage with 10,000 rules and journal, p50 to that without",
                median(rounds, round -> round[0] / round[1]),
                "",
                new Goal.AtMost(1.15),
                String.format(
                        Locale.ROOT,
                        "%s µs : %s µs",
                        Figure.digits(median(rounds, round -> round[0])),
                        Figure.digits(median(rounds, round -> round[1])))));
    }

    /** A broker with a producer, and a client that calls it. */
    private record Side(Broker broker, Child producer, CallClient client) implements AutoCloseable {
        static Side start(Setup setup, BenchBus bus, Cpu cpu, Map<String, String> options) {
            Map<String, String> environment = new HashMap<>(bus.environment());
            environment.putAll(options);
            Broker broker = Broker.start(setup, environment, List.of());
            Child producer = Child.start(bus.environment(), setup.program("producer", "hold", "1", "16", "16"));
            String image = producer.readUntilReady().getFirst();
            CallClient client = new CallClient(setup, bus, cpu, Broker.NAME, image);
            client.warmUp(WARM_UP_CALLS);
            cpu.pin(broker.process().pid());
            return new Side(broker, producer, client);
        }

        @Override
        public void close() {
            producer.close();
            broker.close();
        }
    }
}
