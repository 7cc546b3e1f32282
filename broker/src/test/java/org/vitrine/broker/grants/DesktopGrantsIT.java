package org.vitrine.broker.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.broker.grants.GrantsFixture.APP;
import static org.vitrine.broker.grants.GrantsFixture.CAMERA;
import static org.vitrine.broker.grants.GrantsFixture.READ;
import static org.vitrine.broker.grants.GrantsFixture.WRITE;
import static org.vitrine.broker.grants.GrantsFixture.get;
import static org.vitrine.broker.grants.GrantsFixture.key;
import static org.vitrine.broker.grants.Persistence.UNTIL_REVOKED;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.grants.table.DesktopFixture;
import org.vitrine.broker.grants.table.PermissionTables;
import org.vitrine.fd.LeakCheck;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Remembered.Answer;

/** Grants in the desktop's real store, which people see and change with flatpak's real commands. */
@ExtendWith(LeakCheck.class)
class DesktopGrantsIT {
    private static final String OTHER_APP = "org.example.Other";

    @RegisterExtension
    final DesktopFixture desktop = new DesktopFixture();

    @TempDir
    Path folder;

    private final BlockingQueue<GrantKey> lost = new LinkedBlockingQueue<>();
    private GrantStore store;
    private Grants grants;

    @BeforeEach
    void start() {
        store = GrantStore.start(
                PermissionTables.ofDesktop(desktop.address(), folder.resolve("grants.db")), GrantSettings.of(128));
        grants = store.grants();
        grants.listen(lost::add);
    }

    @AfterEach
    void close() {
        store.close();
        assertThat(folder).as("the file is for where there is no store").isEmptyDirectory();
    }

    @Test
    void flatpakPermissionsListsWhatWasRemembered() throws Exception {
        get(grants.remember(READ, Answer.ALWAYS, UNTIL_REVOKED));
        get(grants.remember(WRITE, Answer.NEVER, UNTIL_REVOKED));

        assertThat(desktop.flatpak("permissions", "vitrine"))
                .contains(CAMERA)
                .contains(APP)
                .containsPattern("read=always,granted=[-0-9T:]+Z,expires=[-0-9T:]+Z,write=never,granted=");
        assertThat(desktop.flatpak("permission-show", APP)).contains(CAMERA).contains("read=always");
    }

    @Test
    void flatpakPermissionResetEndsWhatItsAppHadAndNothingElse() throws Exception {
        GrantKey other = key(OTHER_APP, "Front camera", Action.READ);
        GrantKey elsewhere = key(OTHER_APP, "Elsewhere", Action.READ);
        String token = get(grants.remember(READ, Answer.ALWAYS, UNTIL_REVOKED)).orElseThrow();
        for (GrantKey key : List.of(other, elsewhere)) {
            get(grants.remember(key, Answer.ALWAYS, UNTIL_REVOKED));
        }
        for (GrantKey key : List.of(READ, other, elsewhere)) {
            assertThat(recall(key)).contains(Answer.ALWAYS);
            grants.used(key);
        }

        desktop.flatpak("permission-reset", APP);

        assertThat(lost.poll(10, TimeUnit.SECONDS)).isEqualTo(READ);
        assertThat(recall(READ)).isEmpty();
        assertThat(get(grants.restore(READ, token))).isEmpty();
        assertThat(recall(other)).contains(Answer.ALWAYS);
        assertThat(recall(elsewhere)).contains(Answer.ALWAYS);
        DesktopFixture.await(() -> !permissions().contains(APP));
        assertThat(lost).isEmpty();
    }

    @Test
    void flatpakPermissionSetAllowsRefusesAndHasAsked() throws Exception {
        assertThat(recall(READ)).isEmpty();

        desktop.flatpak("permission-set", "vitrine", CAMERA, APP, "yes");
        DesktopFixture.await(() -> recall(READ).equals(Optional.of(Answer.ALWAYS)));
        assertThat(recall(WRITE)).isEmpty();
        grants.used(READ);

        desktop.flatpak("permission-set", "vitrine", CAMERA, APP, "no");
        assertThat(lost.poll(10, TimeUnit.SECONDS)).isEqualTo(READ);
        assertThat(recall(READ)).contains(Answer.NEVER);
        assertThat(recall(WRITE)).contains(Answer.NEVER);

        desktop.flatpak("permission-set", "vitrine", CAMERA, APP, "ask");
        DesktopFixture.await(() -> recall(WRITE).equals(Optional.of(Answer.ASK)));
    }

    @Test
    void flatpakPermissionRemoveIsALoss() throws Exception {
        get(grants.remember(READ, Answer.ALWAYS, UNTIL_REVOKED));
        grants.used(READ);

        desktop.flatpak("permission-remove", "vitrine", CAMERA);

        assertThat(lost.poll(10, TimeUnit.SECONDS)).isEqualTo(READ);
    }

    @Test
    void whatIsTakenBackWhileTheStoreIsAwayIsLostAsSoonAsItIsBack() throws Exception {
        get(grants.remember(READ, Answer.ALWAYS, UNTIL_REVOKED));
        grants.used(READ);
        assertThat(recall(READ)).contains(Answer.ALWAYS);

        desktop.loseRows();

        assertThat(lost.poll(10, TimeUnit.SECONDS)).isEqualTo(READ);
    }

    @Test
    void survivesTheEndOfTheBrokerAndOfTheStore() throws Exception {
        String token = get(grants.remember(READ, Answer.ALWAYS, UNTIL_REVOKED)).orElseThrow();
        desktop.store().destroyForcibly();
        store.close();
        start();

        assertThat(recall(READ)).contains(Answer.ALWAYS);
        assertThat(get(grants.restore(READ, token))).isPresent();
    }

    @Test
    void aStoreThatHangsIsAsIfNothingWereKnown() throws Exception {
        get(grants.remember(READ, Answer.ALWAYS, UNTIL_REVOKED));
        desktop.signal("STOP");
        try {
            assertThat(recall(key(APP, "Another", Action.READ))).isEmpty();
            assertThatThrownBy(
                            () -> get(grants.remember(key(APP, "Another", Action.READ), Answer.ALWAYS, UNTIL_REVOKED)))
                    .hasCauseInstanceOf(VitrineException.class);
        } finally {
            desktop.signal("CONT");
        }
        assertThat(recall(READ)).contains(Answer.ALWAYS);
    }

    @Test
    void twoThousandRowsAreListedAndForgotten() {
        IntStream.range(0, 2000)
                .parallel()
                .forEach(i -> get(grants.remember(
                        key("org.example.App" + i, "A title that makes the list long " + i, Action.READ),
                        Answer.NEVER,
                        UNTIL_REVOKED)));

        assertThat(get(grants.list())).hasSize(2000);
        assertThat(get(grants.forgetAll())).isEqualTo(2000);
        assertThat(get(grants.list())).isEmpty();
    }

    private Optional<Answer> recall(GrantKey key) {
        return get(grants.recall(key)).map(Remembered::answer);
    }

    private String permissions() {
        try {
            return desktop.flatpak("permissions", "vitrine");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
