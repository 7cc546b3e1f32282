package org.vitrine.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells a person what takes longer than a second. */
final class Progress {
    private static final int PATIENCE_SECONDS = 1;

    private Progress() {}

    /** Runs some work here, and prints a line beside it if it takes its time. */
    static <T> T during(Terminal terminal, String what, Supplier<T> work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (terminal.interactive()) {
            Executor later = CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            later.execute(() -> {
                if (!done.isDone()) {
                    terminal.err().println(what + " ...");
                }
            });
        }
        try {
            return work.get();
        } finally {
            done.complete(null);
        }
    }
}
