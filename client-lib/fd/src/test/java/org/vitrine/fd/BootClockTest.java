package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BootClockTest {
    @Test
    void countsAsTheStartOfAProcessIsCounted() throws Exception {
        long before = BootClock.ticks();
        Process process = new ProcessBuilder("sleep", "60").start();
        long after = BootClock.ticks();
        long start = startTicks(process.pid());
        process.destroyForcibly().waitFor();
        assertThat(start).isBetween(before, after);
    }

    private static long startTicks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19]);
    }
}
