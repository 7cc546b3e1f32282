package org.vitrine.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;

/** Leave this process only a few descriptors for a moment, by using up all others. */
final class DescriptorFamine implements AutoCloseable {
    private static final Pattern MAX_OPEN_FILES = Pattern.compile("Max open files +\\d+ +(\\d+)");
    private static final long LOW_LIMIT = 512;
    private static final long HARD_LIMIT = readHardLimit();

    private final List<OwnedFd> ballast = new ArrayList<>();
    private final OwnedFd seed = Memfd.create("famine", 0);

    private DescriptorFamine() {}

    /** Lower the soft limit, so that little ballast is enough. */
    static DescriptorFamine prepare() {
        limit(LOW_LIMIT);
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
        limit(HARD_LIMIT);
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

    private static long readHardLimit() {
        try {
            Matcher line = MAX_OPEN_FILES.matcher(Files.readString(Path.of("/proc/self/limits")));
            return line.find() ? Long.parseLong(line.group(1)) : LOW_LIMIT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
