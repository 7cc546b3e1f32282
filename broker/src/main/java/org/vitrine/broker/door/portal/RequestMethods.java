package org.vitrine.broker.door.portal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.generated.Request;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Call;
import org.vitrine.broker.registry.AccessRequest;
import org.vitrine.fd.Fd;
import org.vitrine.wire.ReceivedFd;

/** Answers org.freedesktop.portal.Request: on an own request, and alike on all that could be somebody else's. */
final class RequestMethods implements Request.Handler<Call, ReceivedFd, Fd> {
    private final Core core;
    private final Optional<AccessRequest> request;

    private RequestMethods(Core core, Optional<AccessRequest> request) {
        this.core = core;
        this.request = request;
    }

    static RequestMethods own(Core core, AccessRequest request) {
        return new RequestMethods(core, Optional.of(request));
    }

    static RequestMethods ofAnother(Core core) {
        return new RequestMethods(core, Optional.empty());
    }

    @Override
    public CompletionStage<Void> close(Call call) {
        core.sessions()
                .closeRequest(request.orElseThrow(() -> new VitrineException(
                        ErrorName.ACCESS_DENIED, "Only the one who asked can withdraw the question")));
        return CompletableFuture.completedFuture(null);
    }
}
