package org.vitrine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The machine: what it is, and how busy it is with other things. */
final class Machine {
    private static final long WATCH_MS = 1_000;

    private Machine() {}

    /** Watch for a second how many percent of all CPUs' time go to others; call it while the bench itself rests. */
    static double busyPercent() {
        try {
            CpuTime before = CpuTime.now();
            Thread.sleep(WATCH_MS);
            return before.busyPercentUntil(CpuTime.now());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String description() {
        return String.format(
                Locale.ROOT,
                "%d CPUs, Linux %s, JDK %s",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.version"),
                System.getProperty("java.vm.version"));
    }

    /** Clock ticks since boot, as /proc/stat counts them (proc_stat(5)). */
    private record CpuTime(long idle, long all) {
        private static final int IDLE = 3;
        private static final int IO_WAIT = 4;

        static CpuTime now() {
            try (var lines = Files.lines(Path.of("/proc/stat"))) {
                String sum = lines.findFirst().orElseThrow();
                long[] ticks = Arrays.stream(sum.split(" +", -1))
                        .skip(1)
                        .mapToLong(Long::parseLong)
                        .toArray();
                return new CpuTime(
                        ticks[IDLE] + ticks[IO_WAIT], Arrays.stream(ticks).sum());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        double busyPercentUntil(CpuTime later) {
            return 100.0 * (1 - (double) (later.idle - idle) / Math.max(1, later.all - all));
        }
    }
}
