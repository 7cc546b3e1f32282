package org.vitrine.broker.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads how many descriptors the process may open, {@code RLIMIT_NOFILE} (getrlimit(2)). */
final class DescriptorLimit {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String LINE = "Max open files";
    private static final int OF_EVERY_SYSTEM = 1024;

    private DescriptorLimit() {}

    /** Returns half of it, which is what images may use; the rest is for messages under way and for the JVM. */
    static int half() {
        try {
            return half(Files.readString(LIMITS));
        } catch (IOException e) {
            return OF_EVERY_SYSTEM / 2;
        }
    }

    static int half(String limits) {
        return limits.lines()
                        .filter(line -> line.startsWith(LINE))
                        .map(line -> line.substring(LINE.length()).strip().split("\\s+", -1)[0])
                        .filter(soft -> soft.matches("[0-9]{1,9}"))
                        .map(Integer::parseInt)
                        .findFirst()
                        .orElse(OF_EVERY_SYSTEM)
                / 2;
    }
}
