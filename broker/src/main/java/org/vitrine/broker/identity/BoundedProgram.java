package org.vitrine.broker.identity;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program for its output, with a clean environment, for a bounded time.
 *
 * @param command the program and its arguments
 * @param patience how long it may run
 * @param maxBytes how much it may write
 */
record BoundedProgram(List<String> command, Duration patience, int maxBytes) {
    private static final long PAUSE_MS = 5;

    BoundedProgram {
        command = List.copyOf(command);
    }

    /**
     * Runs it. Blocks, and kills it where it takes too long or writes too much. Waits for no child of it that holds on
     * to its output.
     *
     * @throws IOException if it can't be run, fails, or exceeds a bound
     */
    byte[] output() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        try (InputStream in = process.getInputStream()) {
            return read(process, in);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            process.destroyForcibly();
        }
    }

    private byte[] read(Process process, InputStream in) throws IOException, InterruptedException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        long startNs = System.nanoTime();
        boolean ended;
        do {
            ended = process.waitFor(PAUSE_MS, TimeUnit.MILLISECONDS);
            read.writeBytes(in.readNBytes(Math.min(in.available(), maxBytes + 1 - read.size())));
            if (read.size() > maxBytes || (!ended && System.nanoTime() - startNs > patience.toNanos())) {
                throw new IOException("a program takes too long or says too much");
            }
        } while (!ended || in.available() > 0);
        if (process.exitValue() != 0) {
            throw new IOException("a program failed");
        }
        return read.toByteArray();
    }
}
