package org.vitrine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A running broker.
 *
 * @param startNs from the start of its process to its first answer
 */
record Broker(Child process, long startNs) implements AutoCloseable {
    static final String NAME = "org.freedesktop.portal.Vitrine";

    /** Start a broker with these flags for its JVM, and wait for its first answer. */
    static Broker start(Setup setup, BenchBus bus, List<String> jvmFlags) {
        return start(setup, bus.environment(), jvmFlags);
    }

    /** Start a broker with these variables in its environment. */
    static Broker start(Setup setup, Map<String, String> environment, List<String> jvmFlags) {
        try (Child client = Child.start(environment, setup.program("client", "first", NAME))) {
            client.readUntilReady();
            long startedNs = System.nanoTime(); // CLOCK_MONOTONIC, as the client's clock
            Child process = Child.startLogged(environment, setup.brokerWith(jvmFlags));
            process.onExit(client::close); // or it would wait for ever
            return new Broker(process, Long.parseLong(client.readLine()) - startedNs);
        }
    }

    /** What the broker holds now, its garbage collected. */
    Holdings holdings() {
        return new Holdings(count("fd"), count("task"), liveHeapKib());
    }

    double residentMib() {
        return number(procFile("status").filter(line -> line.startsWith("VmRSS:"))) / 1024.0;
    }

    private double liveHeapKib() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd");
        String total = Child.lastLine(Map.of(), List.of(jcmd.toString(), pid(), "GC.class_histogram"));
        return Long.parseLong(total.strip().split(" +", -1)[2]) / 1024.0; // "Total INSTANCES BYTES"
    }

    private int count(String folder) {
        try (Stream<Path> entries = Files.list(Path.of("/proc", pid(), folder))) {
            return Math.toIntExact(entries.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> procFile(String name) {
        try {
            return Files.readAllLines(Path.of("/proc", pid(), name)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Stream<String> lines) {
        return Long.parseLong(lines.findFirst().orElseThrow().replaceAll("\\D", ""));
    }

    private String pid() {
        return Long.toString(process.pid());
    }

    @Override
    public void close() {
        process.close();
    }

    /**
     * What a process holds.
     *
     * @param heapKib of live objects
     */
    record Holdings(int descriptors, int threads, double heapKib) {}
}
