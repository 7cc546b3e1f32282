package org.vitrine.client.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.Producer1;
import org.vitrine.api.dbus.generated.Request;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.wire.ReceivedFd;

/** Consumer1 that allows what the portal's fields say. Pages have one buffer, so that clients have to turn them. */
final class FakeConsumerMethods implements Consumer1.Handler<UniqueName, ReceivedFd, Fd> {
    private final FakePortal portal;

    FakeConsumerMethods(FakePortal portal) {
        this.portal = portal;
    }

    @Override
    public CompletionStage<Consumer1.ListImagesOut<Fd>> listImages(
            UniqueName caller, Consumer1.ListImagesIn<ReceivedFd> in) {
        Variant<ReceivedFd> watch = in.filter().get("watch");
        if (watch != null) {
            portal.watchers.remove(caller);
            if ((Boolean) watch.value()) {
                portal.watchers.add(caller);
            }
        }
        Variant<ReceivedFd> title = in.filter().get("title");
        String glob = title == null ? ".*" : ((String) title.value()).replace("*", ".*");
        return done(new Consumer1.ListImagesOut<>(portal.images.values().stream()
                .filter(image -> image.title().matches(glob))
                .map(image -> new Consumer1.ListedImage<>(image.path, image.metadata()))
                .toList()));
    }

    @Override
    public CompletionStage<Consumer1.DescribeImageOut<Fd>> describeImage(
            UniqueName caller, Consumer1.DescribeImageIn<ReceivedFd> in) {
        return done(new Consumer1.DescribeImageOut<>(find(in.image()).metadata()));
    }

    @Override
    public CompletionStage<Consumer1.OpenImageOut<Fd>> openImage(
            UniqueName caller, Consumer1.OpenImageIn<ReceivedFd> in) {
        FakeImage image = find(in.image());
        Map<String, Variant<Fd>> details = Map.of(
                "access",
                Variant.of("s", in.options().get("access").value()),
                "sequence",
                Variant.of("t", image.sequence),
                "read_only_enforced",
                Variant.of("b", !image.properties.containsKey("writable")));
        return done(new Consumer1.OpenImageOut<>(
                image.generation, image.latest, portal.delivery.of(image.buffers.get((int) image.latest)), details));
    }

    @Override
    public CompletionStage<Consumer1.RequestAccessOut<Fd>> requestAccess(
            UniqueName caller, Consumer1.RequestAccessIn<ReceivedFd> in) {
        FakeImage image = find(in.image());
        ObjectPath request = handle(caller, "request", in.options().get("handle_token"));
        ObjectPath session = handle(caller, "session", in.options().get("session_handle_token"));
        portal.answer.ifPresent(response -> {
            if (response == 0) {
                begin(new FakePortal.FakeSession(caller, session, image));
            }
            Map<String, Variant<Fd>> results = new LinkedHashMap<>(remembered(in.options()));
            results.put("session_handle", Variant.of("o", session));
            List<Object> body = new Request.ResponseSignal<>(response, results).toBody();
            portal.bus.emit(caller, request, Request.DESCRIPTION, Request.RESPONSE, body);
        });
        return done(new Consumer1.RequestAccessOut<>(request));
    }

    /** Remembers as long as is wished, and answers a token with the token and a prime. */
    private static Map<String, Variant<Fd>> remembered(Map<String, Variant<ReceivedFd>> options) {
        Variant<?> mode = options.get("persist_mode");
        Variant<?> token = options.get("restore_token");
        return mode == null
                ? Map.of()
                : Map.of(
                        "persist_mode", Variant.of("u", mode.value()),
                        "restore_token", Variant.of("s", token == null ? "token" : token.value() + "'"));
    }

    private void begin(FakePortal.FakeSession session) {
        portal.sessions.add(session);
        List<Object> body =
                new Producer1.ConsumerAttachedSignal<>(session.image().path, portal.sessions.size()).toBody();
        portal.bus.emit(
                session.image().producer, FakePortal.ROOT, Producer1.DESCRIPTION, Producer1.CONSUMER_ATTACHED, body);
    }

    @Override
    public CompletionStage<Consumer1.OpenBuffersOut<Fd>> openBuffers(
            UniqueName caller, Consumer1.OpenBuffersIn<ReceivedFd> in) {
        FakeImage image = portal.sessions.stream()
                .filter(session -> session.path().equals(in.session()))
                .findFirst()
                .orElseThrow(FakeConsumerMethods::notFound)
                .image();
        int index = (int) in.first();
        boolean finished = index == image.buffers.size() - 1;
        return done(new Consumer1.OpenBuffersOut<>(
                image.generation, List.of(portal.delivery.of(image.buffers.get(index))), finished));
    }

    @Override
    public CompletionStage<Consumer1.DescribeBuffersOut<Fd>> describeBuffers(
            UniqueName caller, Consumer1.DescribeBuffersIn<ReceivedFd> in) {
        throw notFound();
    }

    private FakeImage find(ObjectPath path) {
        return portal.images.values().stream()
                .filter(image -> image.path.equals(path))
                .findFirst()
                .orElseThrow(FakeConsumerMethods::notFound);
    }

    private static VitrineException notFound() {
        return new VitrineException(ErrorName.NOT_FOUND, "There is no such object");
    }

    private static ObjectPath handle(UniqueName caller, String kind, Variant<ReceivedFd> token) {
        return FakePortal.ROOT.child(kind).child(caller.asPathElement()).child((String) token.value());
    }

    private static <T> CompletionStage<T> done(T answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
