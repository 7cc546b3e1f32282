package org.vitrine.bench;

import static org.vitrine.bench.Samples.median;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The road of a 4K picture through the broker, beside the same over a bare Unix socket in C. */
final class RoadBench {
    private static final Goal GOAL = new Goal.AtMost(1.5);
    private static final String WARM_UP = "300 64 64";
    private static final String TURN = "9 3840 2160";
    private static final double NS_PER_MS = 1e6;

    private final Setup setup;

    RoadBench(Setup setup) {
        this.setup = setup;
    }

    List<Figure> run() {
        List<Figure> figures = new ArrayList<>();
        for (RoadStorage storage : RoadStorage.values()) {
            String name = "Road of a 4K picture, " + storage.word() + ", to that of C";
            figures.add(storage.isHere() ? measure(name, storage) : Figure.missing(name, GOAL, Figure.NEEDS_EXPORTER));
        }
        return figures;
    }

    private Figure measure(String name, RoadStorage storage) {
        Cpu cpu = Cpu.last();
        try (BenchBus bus = BenchBus.startOn(cpu);
                Broker broker = Broker.start(setup, bus, List.of());
                Child peer = Child.start(bus.environment(), cpu.pinned(setup.program("road", storage.word())));
                Child producer = Child.start(bus.environment(), OwnJvm.command(RoadProducer.class, storage.word()))) {
            long consumer = Long.parseLong(producer.readUntilReady().getFirst());
            producer.ask(WARM_UP);
            cpu.pin(broker.process().pid());
            cpu.pin(producer.pid());
            cpu.pin(consumer);
            return figure(name, rounds(peer, producer));
        }
    }

    private List<Round> rounds(Child peer, Child producer) {
        List<Round> rounds = new ArrayList<>();
        measure(peer, producer); // the first round is not counted
        for (int round = 0; round < setup.rounds(); round++) {
            rounds.add(measure(peer, producer));
        }
        return rounds;
    }

    private static Round measure(Child peer, Child producer) {
        return new Round(
                Double.parseDouble(peer.ask(TURN)) / NS_PER_MS, Double.parseDouble(producer.ask(TURN)) / NS_PER_MS);
    }

    private static Figure figure(String name, List<Round> rounds) {
        return Figure.withGoal(
                name,
                median(rounds, round -> round.brokerMs / round.peerMs),
                "",
                GOAL,
                String.format(
                        Locale.ROOT,
                        "%s ms : %s ms",
                        Figure.digits(median(rounds, Round::brokerMs)),
                        Figure.digits(median(rounds, Round::peerMs))));
    }

    private record Round(double peerMs, double brokerMs) {}
}
