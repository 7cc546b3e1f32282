package org.vitrine.broker.rules;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.VitrineException;

/**
 * Wakes who waits when something happens in the folders of rule files, or in the folders above, where those may appear.
 * What happened is not told: it may be nothing of interest. For use by one thread, but for {@link #close}.
 */
final class WatchedFolders implements AutoCloseable {
    /** A folder that is exchanged for another, or its parent that is: those two are enough to notice. */
    private static final int LEVELS_ABOVE = 2;

    private static final int TRIES = 3;

    private final RulePlaces places;
    private final WatchService service;
    private Set<WatchKey> keys = Set.of();

    private WatchedFolders(RulePlaces places, WatchService service) {
        this.places = places;
        this.service = service;
    }

    /**
     * Begins to watch. The caller closes it.
     *
     * @throws IOException if the system has nothing left to watch with
     */
    static WatchedFolders open(RulePlaces places) throws IOException {
        WatchedFolders folders =
                new WatchedFolders(places, FileSystems.getDefault().newWatchService());
        folders.follow();
        return folders;
    }

    /** Follows folders that came, went, or were exchanged. Returns whether all are watched now. */
    boolean follow() {
        boolean all = false;
        for (int i = 0; i < TRIES && !all; i++) {
            Set<Path> own = own();
            all = watch(own) && own.equals(own());
        }
        return all;
    }

    /** A folder watched already gets its same key again, and one that took its path a new one. */
    private boolean watch(Set<Path> own) {
        Set<WatchKey> next = new HashSet<>();
        boolean all = true;
        for (Path folder : above(own)) {
            all &= register(folder, next, ENTRY_CREATE, ENTRY_DELETE);
        }
        for (Path folder : own) {
            all &= !Files.isDirectory(folder) || register(folder, next, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
        }
        keys.stream().filter(key -> !next.contains(key)).forEach(WatchKey::cancel);
        keys = next;
        return all;
    }

    private boolean register(Path folder, Set<WatchKey> next, WatchEvent.Kind<?>... kinds) {
        try {
            next.add(folder.register(service, kinds));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the folders of the files, and those that links in them lead to. */
    private Set<Path> own() {
        Set<Path> own = new LinkedHashSet<>(places.parents());
        try {
            for (Path file : places.files()) {
                if (Files.isSymbolicLink(file)) {
                    own.add(RulePlaces.parent(file.toRealPath()));
                }
            }
        } catch (IOException | VitrineException unreadable) {
            return own;
        }
        return own;
    }

    private static Set<Path> above(Set<Path> folders) {
        Set<Path> above = new LinkedHashSet<>();
        for (Path folder : folders) {
            @Nullable Path next = folder.toAbsolutePath().getParent();
            boolean found = false;
            for (int level = 0; next != null && (level < LEVELS_ABOVE || !found); level++) {
                if (Files.isDirectory(next)) {
                    above.add(next);
                    found = true;
                }
                next = next.getParent();
            }
        }
        above.removeAll(folders);
        return above;
    }

    /**
     * Waits until something happens.
     *
     * @return whether it did within the time
     * @throws ClosedWatchServiceException once closed
     */
    boolean await(Duration most) throws InterruptedException {
        @Nullable WatchKey key = service.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        boolean happened = key != null;
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = service.poll();
        }
        return happened;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
