package org.vitrine.broker.grants;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered.Answer;

/** Finds out what lets in no more: taken back by somebody, or over. Never blocks; safe from any thread. */
final class GrantWatch implements Rows.Listener {
    private final Rows rows;
    private final AppIndex index;
    private final GrantWrites writes;
    private final RunningGrants running;
    private final Losses losses;
    private final InstantSource clock;
    private final GrantLifetimes lifetimes;
    private final Map<GrantKey, LocalDate> daysNoted = new ConcurrentHashMap<>();

    /** What is remembered, and the ways to it. */
    record Memory(Rows rows, AppIndex index, GrantWrites writes, RunningGrants running) {}

    GrantWatch(Memory memory, Losses losses, InstantSource clock, GrantLifetimes lifetimes) {
        this.rows = memory.rows();
        this.index = memory.index();
        this.writes = memory.writes();
        this.running = memory.running();
        this.losses = losses;
        this.clock = clock;
        this.lifetimes = lifetimes;
    }

    boolean isOver(StoredAnswer stored) {
        return stored.answer() == Answer.ALWAYS && !letsIn(stored);
    }

    boolean letsIn(StoredAnswer stored) {
        return stored.letsIn(clock.instant(), lifetimes);
    }

    Optional<Instant> end(StoredAnswer stored) {
        return stored.end(lifetimes);
    }

    /** Returns whether something lets in, as far as is known at once. */
    boolean letsIn(GrantKey key) {
        return running.letsIn(key)
                || rows.known(key.images().object())
                        .flatMap(row -> row.of(key))
                        .filter(this::letsIn)
                        .isPresent();
    }

    /** Keeps watching what somebody may depend on. */
    void watch(GrantKey key) {
        rows.pin(key);
        var _ = rows.load(key.images().object());
    }

    /** Watches from now on what let somebody in, and notes the day; tells if it does not let in any more. */
    void used(GrantKey key) {
        rows.pin(key);
        String object = key.images().object();
        Optional<KnownRow> known = rows.known(object);
        if (known.isPresent()) {
            used(key, known.get());
        } else if (running.letsIn(key)) {
            running.used(key, clock.instant());
            var _ = rows.load(object);
        } else {
            var _ = rows.load(object).thenAccept(row -> used(key, row));
        }
    }

    private void used(GrantKey key, KnownRow row) {
        if (running.letsIn(key)) {
            running.used(key, clock.instant());
            return;
        }
        Optional<StoredAnswer> stored = row.of(key).filter(this::letsIn);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (stored.isEmpty()) {
            loseIfPinned(key);
        } else if (!stored.get().isUsedOn(today) && !today.equals(daysNoted.put(key, today))) {
            writes.used(key, today);
        }
    }

    void appLeft(String app) {
        rows.unpin(app);
        daysNoted.keySet().removeIf(key -> key.app().equals(app));
    }

    void sweep() {
        for (GrantKey key : rows.pinned()) {
            Optional<KnownRow> known = rows.known(key.images().object());
            if (known.isEmpty()) {
                var _ = rows.load(key.images().object());
            } else if (!running.letsIn(key)
                    && known.flatMap(row -> row.of(key)).filter(this::isOver).isPresent()) {
                expire(key);
            }
        }
    }

    /** Ends what is over. Its removal from the table will not be told of again: it let in no more. */
    void expire(GrantKey key) {
        lose(Set.of(key));
        writes.remove(key);
    }

    /** Tells of a loss unless that was done when the row was read. */
    private void loseIfPinned(GrantKey key) {
        if (rows.unpin(key)) {
            losses.tell(Set.of(key));
        }
    }

    void lose(Collection<GrantKey> keys) {
        keys.forEach(rows::unpin);
        losses.tell(keys);
    }

    /** What was used before its row was read may not let in. */
    @Override
    public void read(String object, KnownRow now) {
        Set<GrantKey> lost = new HashSet<>(rows.pinned(object));
        lost.removeIf(key -> running.answer(key).isPresent()
                || now.of(key).filter(this::letsIn).isPresent());
        lose(lost);
        if (!StoredTokens.standing(now).equals(now.row().data())) {
            writes.scrub(object);
        }
    }

    @Override
    public void changed(String object, Optional<KnownRow> before, KnownRow now) {
        index.changed(object, now.row());
        Set<GrantKey> lost = new HashSet<>();
        before.ifPresent(was -> lost.addAll(storedLost(object, was, now)));
        lost.removeIf(running::letsIn);
        lost.addAll(runningLost(object, before, now));
        lose(lost);
        if (before.filter(was -> isToBeScrubbed(was, now)).isPresent()) {
            writes.scrub(object);
        }
    }

    private Set<GrantKey> storedLost(String object, KnownRow before, KnownRow now) {
        Set<GrantKey> lost = Inventory.keys(object, before);
        lost.removeIf(key -> before.of(key).filter(this::letsIn).isEmpty()
                || now.always(key.app()).contains(key.access()));
        return lost;
    }

    /** What holds while an application runs is taken back with what the table had, or by a "no" or "ask" there. */
    private Set<GrantKey> runningLost(String object, Optional<KnownRow> before, KnownRow now) {
        Set<GrantKey> lost = new HashSet<>();
        for (GrantKey key : running.keys()) {
            Optional<Answer> was = before.flatMap(row -> row.of(key)).map(StoredAnswer::answer);
            Optional<Answer> is = now.of(key).map(StoredAnswer::answer);
            if (key.images().object().equals(object)
                    && !was.equals(is)
                    && is.filter(it -> it == Answer.ALWAYS).isEmpty()
                    && running.forget(key).filter(it -> it == Answer.ALWAYS).isPresent()) {
                lost.add(key);
            }
        }
        return lost;
    }

    private static boolean isToBeScrubbed(KnownRow before, KnownRow now) {
        return before.row().permissions().keySet().stream().anyMatch(app -> {
            Set<Action> still = now.always(app);
            return !now.row().permissions().containsKey(app) || !still.containsAll(before.always(app));
        });
    }

    @Override
    public void missed() {
        index.forget();
        rows.pinned().forEach(key -> {
            var _ = rows.load(key.images().object());
        });
    }
}
