package org.vitrine.wire.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Finds the processes that live in a home, by their environment: those that a bus activates are no children of it, and
 * outlive it.
 */
record Residents(Path home) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** Tell who lives there now; one that is dead and not yet reaped does not. */
    List<ProcessHandle> list() {
        return ProcessHandle.allProcesses().filter(this::livesHere).toList();
    }

    /** Let them clean up, such as unmount, and end; kill those that don't. */
    void end() {
        if (!gone(ProcessHandle::destroy) && !gone(ProcessHandle::destroyForcibly)) {
            throw new AssertionError("Does not end: " + list());
        }
    }

    private boolean gone(Consumer<ProcessHandle> ending) {
        List<ProcessHandle> left = list();
        left.forEach(ending);
        long endNs = System.nanoTime() + PATIENCE.toNanos();
        while (!left.isEmpty() && System.nanoTime() < endNs) {
            LockSupport.parkNanos(PAUSE.toNanos());
            left = list();
        }
        return left.isEmpty();
    }

    private boolean livesHere(ProcessHandle process) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains("XDG_RUNTIME_DIR=" + home + "/");
        } catch (IOException e) {
            return false; // gone since it was listed, or another user's
        }
    }
}
