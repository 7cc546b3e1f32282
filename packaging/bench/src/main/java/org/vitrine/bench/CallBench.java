package org.vitrine.bench;

import static org.vitrine.bench.Samples.median;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrine.bench.CallClient.Latency;

/** OpenImage of the broker beside the same answer from a C service on sd-bus. */
final class CallBench {
    private static final String PEER = "org.vitrine.BenchPeer";
    private static final String PEER_IMAGE = "/org/freedesktop/portal/vitrine/image/1";
    private static final String[] SIZES = {"16", "16", "7680", "4320"};
    private static final int WARM_UP_CALLS = 30_000;

    private final Setup setup;

    CallBench(Setup setup) {
        this.setup = setup;
    }

    List<Figure> run() {
        Cpu cpu = Cpu.last();
        try (BenchBus bus = BenchBus.startOn(cpu);
                Child peer =
                        Child.start(bus.environment(), cpu.pinned(setup.program("service", PEER, SIZES[0], SIZES[1])));
                Broker broker = Broker.start(setup, bus, List.of());
                Child producer = Child.start(
                        bus.environment(),
                        setup.program("producer", "hold", "1", SIZES[0], SIZES[1], SIZES[2], SIZES[3]))) {
            peer.readUntilReady();
            List<String> images = producer.readUntilReady();
            CallClient ofPeer = new CallClient(setup, bus, cpu, PEER, PEER_IMAGE);
            CallClient ofSmall = new CallClient(setup, bus, cpu, Broker.NAME, images.get(0));
            CallClient ofLarge = new CallClient(setup, bus, cpu, Broker.NAME, images.get(1));
            ofSmall.warmUp(WARM_UP_CALLS);
            cpu.pin(broker.process().pid());
            return figures(rounds(ofPeer, ofSmall, ofLarge));
        }
    }

    private List<Round> rounds(CallClient ofPeer, CallClient ofSmall, CallClient ofLarge) {
        List<Round> rounds = new ArrayList<>();
        measure(ofPeer, ofSmall, ofLarge); // the first round is not counted
        for (int round = 0; round < setup.rounds(); round++) {
            rounds.add(measure(ofPeer, ofSmall, ofLarge));
        }
        return rounds;
    }

    /** Measures the sides in turn, so that whatever else the machine does hits all of them. */
    private static Round measure(CallClient ofPeer, CallClient ofSmall, CallClient ofLarge) {
        return new Round(
                ofPeer.latency(),
                ofSmall.latency(),
                ofLarge.latency(),
                ofPeer.callsPerSecond(),
                ofSmall.callsPerSecond());
    }

    private static List<Figure> figures(List<Round> rounds) {
        return List.of(
                Figure.withGoal(
                        "OpenImage, p50 to that of C",
                        median(rounds, round -> round.small.p50Us() / round.peer.p50Us()),
                        "",
                        new Goal.AtMost(1.1),
                        sides("µs", median(rounds, r -> r.small.p50Us()), median(rounds, r -> r.peer.p50Us()))),
                Figure.withGoal(
                        "OpenImage, p99 to that of C",
                        median(rounds, round -> round.small.p99Us() / round.peer.p99Us()),
                        "",
                        new Goal.AtMost(1.5),
                        sides("µs", median(rounds, r -> r.small.p99Us()), median(rounds, r -> r.peer.p99Us()))),
                Figure.withGoal(
                        "OpenImage, 16 in flight, rate to that of C",
                        median(rounds, round -> round.perSecond / round.peerPerSecond),
                        "",
                        new Goal.AtLeast(0.95),
                        sides("calls/s", median(rounds, r -> r.perSecond), median(rounds, r -> r.peerPerSecond))),
                Figure.withGoal(
                        "OpenImage, p50 of 7680×4320 to 16×16",
                        median(rounds, round -> round.large.p50Us() / round.small.p50Us()),
                        "",
                        new Goal.AtMost(1.05),
                        sides("µs", median(rounds, r -> r.large.p50Us()), median(rounds, r -> r.small.p50Us()))));
    }

    private static String sides(String unit, double one, double other) {
        return String.format(Locale.ROOT, "%s %s : %s %s", Figure.digits(one), unit, Figure.digits(other), unit);
    }

    private record Round(Latency peer, Latency small, Latency large, double peerPerSecond, double perSecond) {}
}
