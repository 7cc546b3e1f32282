package org.vitrine.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.Request;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Subscription;

/** Asks for access to an image as portals do, and waits for the answer, which may be a person's. */
final class AccessRequest {
    private static final long SUCCESS = 0;
    private static final long CANCELLED = 1;

    private final Vitrine vitrine;
    private final Door door;
    private final Consumer1.Client<Fd, OwnedFd> consumer;
    private final String token = "vitrine_" + UUID.randomUUID().toString().replace('-', '_');

    AccessRequest(Vitrine vitrine, Door door) {
        this.vitrine = vitrine;
        this.door = door;
        this.consumer = new Consumer1.Client<>(door.patientInvoker(), PortalPaths.ROOT);
    }

    /** Blocks until the broker or the user has answered. */
    ImageSession run(ImageId image, AccessOptions wished) {
        ObjectPath session = PortalPaths.session(door.ownName(), token);
        SessionEvents events = SessionEvents.of(door, session);
        try {
            Request.ResponseSignal<?> response = ask(image, wished);
            if (response.response() != SUCCESS) {
                throw refused(response);
            }
            return begin(new SessionDoor(door, session), events, Remembering.of(response.results()));
        } catch (RuntimeException e) {
            events.close();
            throw e;
        }
    }

    private ImageSession begin(SessionDoor session, SessionEvents events, Remembering remembered) {
        try {
            return ImageSession.begin(vitrine, session, events, remembered);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private Request.ResponseSignal<?> ask(ImageId image, AccessOptions wished) {
        CompletableFuture<Request.ResponseSignal<?>> response = new CompletableFuture<>();
        Subscription mourning = door.onLost(() -> response.completeExceptionally(
                new VitrineException(ErrorName.DISCONNECTED, "The broker went away before there was an answer")));
        ObjectPath request = PortalPaths.request(door.ownName(), token);
        Subscription listening = door.on(
                request,
                Request.NAME,
                Request.RESPONSE.name(),
                body -> response.complete(Request.ResponseSignal.fromBody(body)));
        try {
            Map<String, Variant<Fd>> options = new LinkedHashMap<>(wished.options());
            options.putAll(wished.remembering().options());
            options.put("handle_token", Variant.of("s", token));
            options.put("session_handle_token", Variant.of("s", token));
            Replies.await(consumer.requestAccess(image.path(), options));
            door.followBroker();
            return answer(request, response);
        } finally {
            listening.close();
            mourning.close();
        }
    }

    /** Waits as long as a person may think, then takes the question back. */
    private Request.ResponseSignal<?> answer(
            ObjectPath request, CompletableFuture<Request.ResponseSignal<?>> response) {
        try {
            return Replies.await(response.orTimeout(door.options().patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (CompletionException tooLate) {
            Replies.awaitEnd(new Request.Client<>(door.invoker(), request).close());
            throw new VitrineException(ErrorName.TIMEOUT, "The user did not answer", tooLate);
        }
    }

    private static VitrineException refused(Request.ResponseSignal<?> response) {
        if (response.response() == CANCELLED) {
            return new VitrineException(ErrorName.CANCELLED, "The user did not allow it");
        }
        ErrorName name = ErrorName.ofDbusName(text(response, "error")).orElse(ErrorName.NOT_ALLOWED);
        return new VitrineException(name, text(response, "message"));
    }

    private static String text(Request.ResponseSignal<?> response, String key) {
        Variant<?> value = response.results().get(key);
        return value != null && value.value() instanceof String text ? text : "";
    }
}
