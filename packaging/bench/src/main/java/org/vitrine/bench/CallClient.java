package org.vitrine.bench;

import java.util.List;

/** The C client, calling OpenImage of one service for one image. */
record CallClient(Setup setup, BenchBus bus, Cpu cpu, String service, String image) {
    private static final int LATENCY_CALLS = 3_000;
    private static final int THROUGHPUT_CALLS = 6_000;
    private static final String IN_FLIGHT = "16";

    /** Call again and again without counting, so that the JVM compiles what it needs. */
    void warmUp(int calls) {
        Child.lastLine(bus.environment(), setup.program("client", "latency", service, image, Integer.toString(calls)));
        Child.lastLine(
                bus.environment(),
                setup.program("client", "throughput", service, image, Integer.toString(calls), IN_FLIGHT));
    }

    Latency latency() {
        String[] words =
                run("latency", service, image, Integer.toString(LATENCY_CALLS)).split(" ", -1);
        return new Latency(Double.parseDouble(words[0]) / 1000, Double.parseDouble(words[1]) / 1000);
    }

    double callsPerSecond() {
        return Double.parseDouble(run("throughput", service, image, Integer.toString(THROUGHPUT_CALLS), IN_FLIGHT));
    }

    private String run(String... arguments) {
        List<String> command = setup.program("client", arguments);
        return Child.lastLine(bus.environment(), cpu.pinned(command));
    }

    /** How long calls took. */
    record Latency(double p50Us, double p99Us) {}
}
