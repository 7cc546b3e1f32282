package org.vitrine.broker.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.broker.grants.GrantsFixture.READ;
import static org.vitrine.broker.grants.GrantsFixture.get;
import static org.vitrine.broker.grants.Persistence.UNTIL_REVOKED;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.broker.grants.table.PermissionTables;
import org.vitrine.fd.LeakCheck;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Remembered.Answer;
import org.vitrine.wire.testing.PrivateBus;

/** Grants where the desktop keeps none: on a bus that can't start a permission store, and on no bus at all. */
@ExtendWith(LeakCheck.class)
class EmbeddedGrantsIT {
    @TempDir
    Path folder;

    @Test
    void areKeptInAFileWhereTheBusHasNoStore() throws Exception {
        Path file = folder.resolve("vitrine/grants.db");
        try (PrivateBus bus = PrivateBus.startDbusBroker()) {
            try (GrantStore store =
                    GrantStore.start(PermissionTables.ofDesktop(bus.address(), file), GrantSettings.of(128))) {
                get(store.grants().remember(READ, Answer.ALWAYS, UNTIL_REVOKED));
            }
        }
        assertThat(file).isRegularFile();

        BlockingQueue<GrantKey> lost = new LinkedBlockingQueue<>();
        try (GrantStore store = GrantStore.start(PermissionTables.ofFile(file), GrantSettings.of(128))) {
            Grants grants = store.grants();
            grants.listen(lost::add);
            assertThat(get(grants.recall(READ)).map(Remembered::answer)).contains(Answer.ALWAYS);
            grants.used(READ);

            assertThat(get(grants.forgetApp(READ.app()))).isEqualTo(1);

            assertThat(lost.poll(10, TimeUnit.SECONDS)).isEqualTo(READ);
            assertThat(get(grants.list())).isEmpty();
        }
    }

    @Test
    void nothingIsOpenedBeforeItIsNeeded() {
        GrantStore.start(
                        PermissionTables.ofDesktop("unix:path=/nowhere", folder.resolve("grants.db")),
                        GrantSettings.of(128))
                .close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aBusThatIsNotThereIsAsIfNothingWereKnown() {
        try (GrantStore store = GrantStore.start(
                PermissionTables.ofDesktop("unix:path=/nowhere", folder.resolve("grants.db")), GrantSettings.of(128))) {
            assertThat(get(store.grants().recall(READ))).isEmpty();
        }
    }
}
