package org.vitrine.bench;

import static org.vitrine.bench.Samples.median;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Start of the broker to its first answer, and its resident memory, with and without the JDK's AOT cache (JEP 514). */
final class StartBench {
    private static final String MANY_IMAGES = "1000";

    private final Setup setup;

    StartBench(Setup setup) {
        this.setup = setup;
    }

    List<Figure> run() {
        Path folder = temporaryFolder();
        Path cache = folder.resolve("broker.aot");
        try {
            train(cache);
            List<Figure> figures = new ArrayList<>(measure("plain JVM", List.of()));
            if (Files.exists(cache)) {
                figures.addAll(measure("AOT cache", List.of("-XX:AOTCache=" + cache)));
            }
            return figures;
        } finally {
            delete(cache);
            delete(folder);
        }
    }

    /** Runs the broker once, so that the JVM sees what it needs; it writes the cache when it ends. */
    private void train(Path cache) {
        try (BenchBus bus = BenchBus.start();
                Broker _ = Broker.start(setup, bus, List.of("-XX:AOTCacheOutput=" + cache))) {
            Child.lastLine(bus.environment(), setup.program("producer", "churn", "100"));
        }
    }

    private List<Figure> measure(String how, List<String> jvmFlags) {
        List<Start> starts = new ArrayList<>();
        for (int round = 0; round < setup.rounds(); round++) {
            starts.add(start(jvmFlags));
        }
        return List.of(
                Figure.told("start to first answer, " + how, median(starts, Start::startMs), "ms", ""),
                Figure.told("resident, no image, " + how, median(starts, Start::emptyMib), "MiB", ""),
                Figure.told("resident, " + MANY_IMAGES + " images, " + how, median(starts, Start::fullMib), "MiB", ""));
    }

    private Start start(List<String> jvmFlags) {
        try (BenchBus bus = BenchBus.start();
                Broker broker = Broker.start(setup, bus, jvmFlags)) {
            double emptyMib = broker.residentMib();
            try (Child producer =
                    Child.start(bus.environment(), setup.program("producer", "hold", MANY_IMAGES, "16", "16"))) {
                producer.readUntilReady();
                return new Start(broker.startNs() / 1e6, emptyMib, broker.residentMib());
            }
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("vitrine-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Start(double startMs, double emptyMib, double fullMib) {}
}
