package org.vitrine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Count this process's descriptors, and wait, with a deadline, for what another thread or process does. */
final class Descriptors {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Descriptors() {}

    /** Count the open descriptors that are memfds: what tests send, nobody else opens. */
    static long memfds() {
        try (Stream<Path> entries = Files.list(Path.of("/proc/self/fd"))) {
            return entries.filter(Descriptors::isMemfd).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMemfd(Path entry) {
        try {
            return Files.readSymbolicLink(entry).toString().startsWith("/memfd:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    /** Wait until something holds, with patience. */
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            sleepBriefly();
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }

    private static void sleepBriefly() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
