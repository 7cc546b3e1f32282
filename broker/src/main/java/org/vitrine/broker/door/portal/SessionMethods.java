package org.vitrine.broker.door.portal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.generated.Session;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Call;
import org.vitrine.fd.Fd;
import org.vitrine.wire.ReceivedFd;

/** Answers org.freedesktop.portal.Session on one session, for its owner. */
final class SessionMethods implements Session.Handler<Call, ReceivedFd, Fd> {
    private final Core core;
    private final org.vitrine.broker.registry.Session session;

    SessionMethods(Core core, org.vitrine.broker.registry.Session session) {
        this.core = core;
        this.session = session;
    }

    @Override
    public CompletionStage<Void> close(Call call) {
        core.sessions().close(session);
        return CompletableFuture.completedFuture(null);
    }
}
