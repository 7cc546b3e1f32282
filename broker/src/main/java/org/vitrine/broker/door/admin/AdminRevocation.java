package org.vitrine.broker.door.admin;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Barrier;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.ImageSelector;
import org.vitrine.broker.journal.JournalEntry;
import org.vitrine.broker.registry.AdminPaths;
import org.vitrine.broker.registry.Ending;
import org.vitrine.broker.registry.Registry;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.OwnedFd;

/** Ends what people at the admin door take back, and writes it down. */
final class AdminRevocation {
    private final Core core;
    private final Barrier portalBarrier;

    AdminRevocation(Core core, Barrier portalBarrier) {
        this.core = core;
        this.portalBarrier = portalBarrier;
    }

    /** Ends a producer, an image or a session; returns whether there was one at the path. */
    boolean end(ObjectPath path) {
        Registry registry = core.registry();
        var producer = registry.producer(AdminPaths.producerSerial(path));
        var session = registry.consumer(AdminPaths.sessionSerial(path));
        SharedImage image = registry.image(AdminPaths.imageSerial(path));
        producer.ifPresent(found -> core.endings().end(found, Ending.REVOKED));
        session.ifPresent(found -> core.endings().end(found, Ending.REVOKED));
        if (image != null) {
            core.endings().end(image, Ending.REVOKED);
        }
        return producer.isPresent() || session.isPresent() || image != null;
    }

    /** Ends what rests on what was remembered of an application and some images; returns how many sessions. */
    int endResting(String app, ImageSelector images) {
        return core.endings()
                .revoke((_, grant) ->
                        grant.remembered().filter(key -> isOf(key, app, images)).isPresent());
    }

    private static boolean isOf(GrantKey key, String app, ImageSelector images) {
        return key.app().equals(app) && key.images().equals(images);
    }

    /** Completes once no reply that was made before can hand anything out any more. Takes the lock itself. */
    CompletionStage<Void> afterReplies() {
        List<OwnedFd> retired = core.lock().with(core.registry()::takeRetired);
        return portalBarrier.passed().handle((_, _) -> {
            Core.close(retired);
            return null;
        });
    }

    void note(String what, String detail) {
        core.helpers().journal().note(new JournalEntry.Changed(what, detail));
    }
}
