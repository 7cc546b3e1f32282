package org.vitrine.checks.road;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The dma-bufs that live anywhere on the machine, as the kernel's {@code dma_buf_debug_show} lists them to root. */
final class KernelDmaBufs {
    private static final Path LIST = Path.of("/sys/kernel/debug/dma_buf/bufinfo");
    private static final String LINE = "\\d{8,}\\t[0-9a-f]{8}\\t[0-9a-f]{8}\\t.*";
    private static final int INODE_COLUMN = 5; // size, flags, mode, count, exp_name, ino, name

    private KernelDmaBufs() {}

    /** Tells whether that dma-buf still takes memory. */
    static boolean has(long inode) {
        return inodes().contains(inode);
    }

    private static Set<Long> inodes() {
        try {
            return Files.readAllLines(LIST).stream()
                    .filter(line -> line.matches(LINE))
                    .map(line -> Long.valueOf(line.split("\\t", -1)[INODE_COLUMN].strip()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
