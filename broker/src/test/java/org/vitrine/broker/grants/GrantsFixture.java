package org.vitrine.broker.grants;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Remembered.Answer;

/** Grants over a table that a test plays with, at a time that it sets. */
final class GrantsFixture {
    static final String APP = "org.example.App";
    static final String CAMERA = "org.example.Camera/Front camera";
    static final GrantKey READ = key(APP, "Front camera", Action.READ);
    static final GrantKey WRITE = key(APP, "Front camera", Action.WRITE);
    static final int MOST = 3;

    final FakeTable table = new FakeTable();
    final List<GrantKey> lost = new ArrayList<>();
    final StoredGrants grants;
    Instant now = Instant.parse("2026-11-25T09:00:00Z");

    GrantsFixture() {
        this(GrantSettings.DEADLINE);
    }

    GrantsFixture(Duration deadline) {
        GrantSettings settings = new GrantSettings(MOST, GrantLifetimes.DEFAULTS, deadline);
        grants = new StoredGrants(table, settings, () -> now, Runnable::run);
        grants.listen(lost::add);
    }

    static GrantKey key(String app, String title, Action access) {
        return new GrantKey(app, new ImageSelector("org.example.Camera", title), access);
    }

    Optional<Answer> recall(GrantKey key) {
        return get(grants.recall(key)).map(Remembered::answer);
    }

    String allow(GrantKey key, Persistence persistence) {
        return get(grants.remember(key, Answer.ALWAYS, persistence)).orElseThrow();
    }

    List<String> texts(GrantKey key) {
        return table.row(key.images().object()).of(key.app());
    }

    static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
