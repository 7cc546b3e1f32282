package org.vitrine.broker.door.admin;

import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.generated.AdminJournal1;
import org.vitrine.broker.door.Call;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.door.Properties;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.journal.Journal;
import org.vitrine.fd.Fd;
import org.vitrine.wire.PropertyReader;
import org.vitrine.wire.ReceivedFd;

/** Answers org.vitrine.AdminJournal1. */
final class AdminJournalMethods implements AdminJournal1.Handler<Call, ReceivedFd, Fd> {
    private static final int MOST = 1000;

    private final Journal journal;

    AdminJournalMethods(Journal journal) {
        this.journal = journal;
    }

    PropertyReader<Caller> properties() {
        return (caller, name) ->
                name.equals("Last") ? journal.last() : Properties.versionOnly().read(caller, name);
    }

    @Override
    public CompletionStage<AdminJournal1.ReadJournalOut<Fd>> readJournal(
            Call call, AdminJournal1.ReadJournalIn<ReceivedFd> in) {
        if (in.most() < 1 || in.most() > MOST) {
            throw Options.invalid("most is 1 to " + MOST);
        }
        if (in.after() < 0) {
            throw Options.invalid("after is the number of an entry, or 0");
        }
        return journal.read(in.after(), (int) in.most())
                .thenApply(page -> new AdminJournal1.ReadJournalOut<>(page.last(), page.lines()));
    }
}
