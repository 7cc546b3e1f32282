package org.vitrine.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;

/** Leave this process only a few descriptors for a moment, by using up all others. */
final class DescriptorFamine implements AutoCloseable {
    private final List<OwnedFd> ballast = new ArrayList<>();
    private final OwnedFd seed = Memfd.create("famine", 0);

    private DescriptorFamine() {}

    /** Lower the soft limit, so that little ballast is enough. */
    static DescriptorFamine prepare() {
        limit(512);
        return new DescriptorFamine();
    }

    void leave(int descriptors) {
        try {
            while (true) {
                ballast.add(seed.dup());
            }
        } catch (SystemCallException full) {
            for (int i = 0; i < descriptors; i++) {
                ballast.removeLast().close();
            }
        }
    }

    void end() {
        ballast.forEach(OwnedFd::close);
        ballast.clear();
    }

    @Override
    public void close() {
        end();
        seed.close();
        limit(hardLimit());
    }

    private static void limit(long descriptors) {
        try {
            new ProcessBuilder(
                            "prlimit",
                            "--pid",
                            Long.toString(ProcessHandle.current().pid()),
                            "--nofile=" + descriptors + ":")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long hardLimit() {
        try {
            String line = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                    .filter(text -> text.startsWith("Max open files"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.trim().split("\\s+", -1)[4]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
