package org.vitrine.broker.grants.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Keeps permissions in a file, for where there is no desktop that does. Nobody else writes there, so nothing is missed.
 *
 * <p>A thread of its own does the work, opens the file when it is first needed, and ends when idle. A file that can't
 * be read is put aside under another name, and a new one begun. While another broker has the file open every call
 * fails.
 */
public final class EmbeddedPermissionTable implements PermissionTable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPermissionTable.class);
    private static final int MOST_WAITING = 16_384;
    private static final int IDLE_SECONDS = 10;

    private final Path path;
    private final InstantSource clock;
    private final ThreadPoolExecutor thread;
    private Optional<GrantFile> open = Optional.empty(); // of the thread alone
    private volatile Optional<Listener> listener = Optional.empty();

    private interface Work<T> {
        T on(GrantFile file) throws IOException;
    }

    /**
     * Does nothing yet.
     *
     * @param path of the file; its folder is made if need be
     * @param clock names the file that is put aside
     */
    public EmbeddedPermissionTable(Path path, InstantSource clock) {
        this.path = path;
        this.clock = clock;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("vitrine-grants-file").factory());
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public void listen(Listener newListener) {
        listener = Optional.of(newListener);
    }

    @Override
    public CompletionStage<PermissionRow> lookup(String object) {
        return run(file -> file.get(object));
    }

    @Override
    public CompletionStage<?> setPermission(String object, String app, List<String> texts) {
        return run(file -> put(file, object, file.get(object).with(app, texts)));
    }

    @Override
    public CompletionStage<?> deletePermission(String object, String app) {
        return run(file ->
                file.contains(object) ? put(file, object, file.get(object).without(app)) : PermissionRow.NONE);
    }

    @Override
    public CompletionStage<?> setData(String object, Map<String, List<String>> data) {
        return run(file ->
                file.contains(object) ? put(file, object, file.get(object).withData(data)) : PermissionRow.NONE);
    }

    @Override
    public CompletionStage<?> delete(String object) {
        return run(file -> {
            if (file.contains(object)) {
                file.remove(object);
                tell(it -> it.changed(object, PermissionRow.NONE));
            }
            return PermissionRow.NONE;
        });
    }

    @Override
    public CompletionStage<List<String>> objects() {
        return run(GrantFile::objects);
    }

    private PermissionRow put(GrantFile file, String object, PermissionRow row) {
        file.put(object, row);
        tell(it -> it.changed(object, row));
        return row;
    }

    private <T> CompletionStage<T> run(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            thread.execute(() -> run(work, result));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(failed("What is remembered can't be reached now", e));
        }
        return result;
    }

    private <T> void run(Work<T> work, CompletableFuture<T> result) {
        try {
            result.complete(work.on(file()));
        } catch (IOException | RuntimeException e) {
            if (giveUp(e)) {
                run(work, result); // on a new file, which has nothing in it
            } else {
                result.completeExceptionally(failed(e));
            }
        }
    }

    private static VitrineException failed(Exception why) {
        return failed(
                why instanceof MVStoreException e && e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                        ? "What is remembered is in use by another broker"
                        : "What is remembered can't be reached",
                why);
    }

    private GrantFile file() throws IOException {
        if (open.isEmpty()) {
            open = Optional.of(GrantFile.open(path));
        }
        return open.get();
    }

    /** Begins anew: a store that failed once answers nothing any more. Tells whether a damaged file was put aside. */
    private boolean giveUp(Exception why) {
        open.ifPresent(GrantFile::close);
        open = Optional.empty();
        boolean putAside = isDamage(why) && putAside();
        tell(Listener::missed);
        return putAside;
    }

    /** What can't be read though it may be read is damaged. A lock, a full disk or a missing right is none. */
    private boolean isDamage(Exception why) {
        return switch (why) {
            case MVStoreException e ->
                e.getErrorCode() != DataUtils.ERROR_FILE_LOCKED
                        && e.getErrorCode() != DataUtils.ERROR_WRITING_FAILED
                        && e.getErrorCode() != DataUtils.ERROR_CLOSED
                        && Files.isReadable(path)
                        && Files.isWritable(path);
            case BrokenRowException _ -> true;
            default -> false;
        };
    }

    private boolean putAside() {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged-" + clock.millis());
        try {
            Files.move(path, aside);
            LOG.warn("The file of what users allowed is damaged; it is kept as {}, and they are asked again", aside);
            return true;
        } catch (IOException e) {
            LOG.warn("The file of what users allowed is damaged, and can't be put aside: {}", path);
            return false;
        }
    }

    private void tell(Consumer<Listener> what) {
        listener.ifPresent(what);
    }

    private static VitrineException failed(String text, Exception cause) {
        return new VitrineException(ErrorName.FAILED, text, cause);
    }

    /** Closes the file once what waits is done. Blocks for a second at most. */
    @Override
    public void close() {
        try {
            thread.execute(() -> {
                open.ifPresent(GrantFile::close);
                open = Optional.empty();
            });
            thread.shutdown();
            var _ = thread.awaitTermination(1, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed twice, or with too much to do");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
