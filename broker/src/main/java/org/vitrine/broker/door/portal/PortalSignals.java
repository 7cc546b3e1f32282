package org.vitrine.broker.door.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.Producer1;
import org.vitrine.api.dbus.generated.Request;
import org.vitrine.api.dbus.generated.Session;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.admission.Admitted;
import org.vitrine.broker.door.Emitter;
import org.vitrine.broker.door.ImageMetadata;
import org.vitrine.broker.door.Values;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.AccessRequest;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.Ending;
import org.vitrine.broker.registry.FormatSet;
import org.vitrine.broker.registry.PortalPaths;
import org.vitrine.broker.registry.ProducerSession;
import org.vitrine.broker.registry.Registry;
import org.vitrine.broker.registry.RegistryListener;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.Fd;

/** Tells producers and consumers what happened to what is theirs. */
final class PortalSignals implements RegistryListener {
    private static final long SUCCESS = 0;
    private static final long CANCELLED = 1;
    private static final long ENDED = 2;

    private final Registry registry;
    private final Emitter emitter;

    PortalSignals(Registry registry, Emitter emitter) {
        this.registry = registry;
        this.emitter = emitter;
    }

    @Override
    public void sessionAdded(ConsumerSession session) {
        SharedImage image = session.image();
        emitter.emit(
                image.producer().owner().name(),
                PortalPaths.ROOT,
                Producer1.DESCRIPTION,
                Producer1.CONSUMER_ATTACHED,
                new Producer1.ConsumerAttachedSignal<Fd>(image.path(), image.consumerCount()).toBody());
    }

    @Override
    public void sessionRemoved(ConsumerSession session, Ending ending) {
        SharedImage image = session.image();
        emitter.emit(
                image.producer().owner().name(),
                PortalPaths.ROOT,
                Producer1.DESCRIPTION,
                Producer1.CONSUMER_DETACHED,
                new Producer1.ConsumerDetachedSignal<Fd>(image.path(), image.consumerCount()).toBody());
        closed(session, ending);
    }

    @Override
    public void producerRemoved(ProducerSession producer, Ending ending) {
        closed(producer, ending);
    }

    private void closed(org.vitrine.broker.registry.Session session, Ending ending) {
        if (ending.isTold()) {
            Map<String, Variant<Fd>> details = Map.of("reason", Values.text(ending.word()));
            emitter.emit(
                    session.owner().name(),
                    session.path(),
                    Session.DESCRIPTION,
                    Session.CLOSED,
                    new Session.ClosedSignal<>(details).toBody());
        }
    }

    @Override
    public void imageChanged(SharedImage image) {
        for (ConsumerSession session : image.sessions()) {
            emitter.emit(
                    session.owner().name(),
                    PortalPaths.ROOT,
                    Consumer1.DESCRIPTION,
                    Consumer1.BUFFERS_CHANGED,
                    new Consumer1.BuffersChangedSignal<Fd>(session.path(), image.generationNumber()).toBody());
        }
    }

    @Override
    public void buffersWanted(SharedImage image, FormatSet formats) {
        emitter.emit(
                image.producer().owner().name(),
                PortalPaths.ROOT,
                Producer1.DESCRIPTION,
                Producer1.BUFFERS_WANTED,
                new Producer1.BuffersWantedSignal<Fd>(
                                image.path(), image.generationNumber() + 1, Values.offers(formats))
                        .toBody());
    }

    /** Producers learn that nobody looks, and consumers that there is something to look at again. */
    @Override
    public void sharingPaused(boolean paused) {
        for (ProducerSession producer : registry.producers()) {
            emitter.emit(
                    producer.owner().name(),
                    PortalPaths.ROOT,
                    Producer1.DESCRIPTION,
                    paused ? Producer1.PAUSED : Producer1.RESUMED,
                    List.of());
        }
        if (!paused) {
            registry.images().forEach(this::imageChanged);
        }
    }

    void framePublished(SharedImage image, Map<String, Variant<Fd>> frame) {
        for (ConsumerSession session : image.sessions()) {
            emitter.emit(
                    session.owner().name(),
                    PortalPaths.ROOT,
                    Consumer1.DESCRIPTION,
                    Consumer1.FRAME_PUBLISHED,
                    new Consumer1.FramePublishedSignal<>(
                                    session.path(),
                                    image.generationNumber(),
                                    image.latestIndex(),
                                    image.sequence(),
                                    frame)
                            .toBody());
        }
    }

    void granted(AccessRequest request, ConsumerSession session, Admitted admitted) {
        Map<String, Variant<Fd>> results = new LinkedHashMap<>();
        results.put("session_handle", Values.path(session.path()));
        results.put("access", Values.text(session.grant().access().word()));
        admitted.persistence().ifPresent(kept -> results.put("persist_mode", Values.uint32(kept.mode())));
        admitted.restoreToken().ifPresent(token -> results.put("restore_token", Values.text(token)));
        respond(request, SUCCESS, results);
    }

    void refused(AccessRequest request, @Nullable Throwable failure) {
        VitrineException why = failure instanceof VitrineException known
                ? known
                : new VitrineException(ErrorName.INTERNAL, "The request failed within the broker");
        Map<String, Variant<Fd>> results = new LinkedHashMap<>();
        results.put("error", Values.text(why.name().dbusName()));
        results.put("message", Values.text(why.text()));
        respond(request, why.name() == ErrorName.CANCELLED ? CANCELLED : ENDED, results);
    }

    private void respond(AccessRequest request, long response, Map<String, Variant<Fd>> results) {
        Caller owner = request.owner();
        emitter.emit(
                owner.name(),
                request.path(),
                Request.DESCRIPTION,
                Request.RESPONSE,
                new Request.ResponseSignal<>(response, results).toBody());
    }

    /** Tells a watcher of an image. */
    void imageAdded(Caller watcher, SharedImage image) {
        toConsumer(
                watcher,
                Consumer1.IMAGE_ADDED,
                new Consumer1.ImageAddedSignal<>(image.path(), ImageMetadata.describe(image)).toBody());
    }

    void imageChanged(Caller watcher, SharedImage image) {
        toConsumer(
                watcher,
                Consumer1.IMAGE_CHANGED,
                new Consumer1.ImageChangedSignal<>(image.path(), ImageMetadata.describe(image)).toBody());
    }

    void imageRemoved(Caller watcher, SharedImage image) {
        toConsumer(watcher, Consumer1.IMAGE_REMOVED, new Consumer1.ImageRemovedSignal<Fd>(image.path()).toBody());
    }

    private void toConsumer(Caller watcher, SignalDescription signal, List<Object> body) {
        emitter.emit(watcher.name(), PortalPaths.ROOT, Consumer1.DESCRIPTION, signal, body);
    }
}
