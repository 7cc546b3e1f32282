package org.vitrine.broker.boot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.vitrine.broker.access.Asker;
import org.vitrine.broker.consent.desktop.DesktopConsent;
import org.vitrine.broker.core.Helpers;
import org.vitrine.broker.grants.GrantSettings;
import org.vitrine.broker.grants.GrantStore;
import org.vitrine.broker.grants.table.PermissionTable;
import org.vitrine.broker.grants.table.PermissionTables;
import org.vitrine.broker.journal.CalmJournal;
import org.vitrine.broker.journal.Journal;
import org.vitrine.broker.journal.JournalSettings;
import org.vitrine.broker.journal.JsonJournal;
import org.vitrine.wire.Bus;

/** Opens what stands behind the doors: memory, questions and the journal. Closed after the doors. */
final class Backstage implements AutoCloseable {
    private static final Duration TELLING = Duration.ofSeconds(5);

    private final GrantStore grants;
    private final DesktopConsent consent;
    private final Optional<JsonJournal> files;
    private final Optional<CalmJournal> journal;

    private Backstage(BrokerSettings settings, Bus admin, Threads threads) {
        Serving serving = settings.serving();
        Keeping keeping = settings.keeping();
        PermissionTable table = serving.system()
                ? PermissionTables.ofFile(keeping.grantFile())
                : PermissionTables.ofDesktop(serving.busAddress(), keeping.grantFile());
        this.grants = GrantStore.start(table, GrantSettings.of(settings.limits().grantsPerApp()));
        this.consent = DesktopConsent.open(
                admin,
                serving.system() ? Map.of() : settings.people().environment(),
                settings.people().consent());
        this.files = keeping.journal()
                ? Optional.of(new JsonJournal(
                                JournalSettings.of(keeping.journalFile()), threads.readers(), InstantSource.system())
                        .start())
                : Optional.empty();
        this.journal = files.map(kept -> new CalmJournal(kept, InstantSource.system()));
        journal.ifPresent(calm -> threads.every(TELLING, calm::sweep));
    }

    /**
     * Opens all of it; nothing that takes long is waited for.
     *
     * @param admin on which dialogs are asked for: no sandbox reaches this connection
     */
    static Backstage open(BrokerSettings settings, Bus admin, Threads threads) {
        return new Backstage(settings, admin, threads);
    }

    Helpers helpers() {
        return new Helpers(
                grants.grants(),
                consent.agents(),
                journal.<Journal>map(it -> it).orElse(Journal.NONE));
    }

    Asker asker() {
        return consent.asker();
    }

    /** Closes dialogs, while there is still a bus to do it on. Blocks for 1 s at most. */
    void endQuestions() {
        consent.close();
    }

    /** Blocks for some seconds at most. */
    @Override
    public void close() {
        endQuestions();
        journal.ifPresent(CalmJournal::close);
        files.ifPresent(JsonJournal::close);
        grants.close();
    }
}
