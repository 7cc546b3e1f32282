package org.vitrine.broker.grants;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Ends every call to a table in time and with one error, and says once that a table is in trouble. Safe from any
 * thread.
 */
final class TableCalls {
    private static final Logger LOG = LoggerFactory.getLogger(TableCalls.class);

    private final Duration deadline;
    private final AtomicBoolean inTrouble = new AtomicBoolean();

    TableCalls(Duration deadline) {
        this.deadline = deadline;
    }

    /** Returns what a call answers; fails with Failed if it fails, or answers nothing in time. */
    <T> CompletionStage<T> inTime(CompletionStage<T> call) {
        return call.toCompletableFuture()
                .copy()
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, failure) -> note(failure))
                .exceptionallyCompose(failure -> CompletableFuture.failedStage(
                        new VitrineException(ErrorName.FAILED, "What is remembered can't be reached", failure)));
    }

    private void note(@Nullable Throwable failure) {
        if (failure == null) {
            inTrouble.set(false);
        } else if (!inTrouble.getAndSet(true)) {
            LOG.warn(
                    "The store of what users allowed can't be reached: they are asked again. {}",
                    Failures.name(failure));
        }
    }
}
