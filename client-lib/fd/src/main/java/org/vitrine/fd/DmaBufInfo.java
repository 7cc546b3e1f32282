package org.vitrine.fd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what {@code /proc/self/fdinfo} says of a dma-buf.
 *
 * <p>The lines must stand in the kernel's own order, {@code pos flags mnt_id ino lock* size count exp_name}; what
 * follows is never looked at, for the {@code name} line is the sender's own text. Source of the form:
 * {@code dma_buf_show_fdinfo} of {@code drivers/dma-buf/dma-buf.c} and {@code seq_show} of {@code fs/proc/fd.c}.
 *
 * @param sizeBytes the buffer's size
 * @param exporterName the exporting driver's name
 */
record DmaBufInfo(long sizeBytes, String exporterName) {
    private static final List<String> COMMON_KEYS = List.of("pos", "flags", "mnt_id", "ino");

    static Optional<DmaBufInfo> parse(String fdinfo) {
        Deque<String> lines = new ArrayDeque<>(List.of(fdinfo.split("\n", -1)));
        for (String key : COMMON_KEYS) {
            if (value(lines, key).isEmpty()) {
                return Optional.empty();
            }
        }
        while (value(lines, "lock").isPresent()) {}
        OptionalLong size = number(value(lines, "size"));
        OptionalLong count = number(value(lines, "count"));
        Optional<String> exporter = value(lines, "exp_name").filter(name -> !name.isEmpty());
        return size.isPresent() && count.isPresent() && exporter.isPresent()
                ? Optional.of(new DmaBufInfo(size.getAsLong(), exporter.get()))
                : Optional.empty();
    }

    /** Takes the next line if it has this key. */
    private static Optional<String> value(Deque<String> lines, String key) {
        String line = lines.peek();
        if (line == null || !line.startsWith(key + ":")) {
            return Optional.empty();
        }
        lines.remove();
        return Optional.of(line.substring(key.length() + 1).strip());
    }

    private static OptionalLong number(Optional<String> text) {
        try {
            return text.map(Long::parseLong)
                    .filter(value -> value >= 0)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
