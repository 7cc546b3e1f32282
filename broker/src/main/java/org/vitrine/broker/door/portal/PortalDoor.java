package org.vitrine.broker.door.portal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.Image1;
import org.vitrine.api.dbus.generated.Producer1;
import org.vitrine.api.dbus.generated.Request;
import org.vitrine.api.dbus.generated.Session;
import org.vitrine.broker.access.Asker;
import org.vitrine.broker.admission.Admission;
import org.vitrine.broker.admission.Deliberations;
import org.vitrine.broker.admission.Ledger;
import org.vitrine.broker.admission.WatchedGrants;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Barrier;
import org.vitrine.broker.door.Emitter;
import org.vitrine.broker.door.ImageMetadata;
import org.vitrine.broker.door.Locked;
import org.vitrine.broker.door.Properties;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.identity.Identifier;
import org.vitrine.broker.intake.RemoteDescriptors;
import org.vitrine.broker.registry.PortalPaths;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.wire.PropertyReader;
import org.vitrine.wire.ServedInterface;
import org.vitrine.wire.ServedObject;
import org.vitrine.wire.Service;

/** Serves the portal door: everything that a sandboxed application may reach. */
public final class PortalDoor implements Service<Caller> {
    private final Core core;
    private final Identifier identifier;
    private final Watchers watchers;
    private final Locked locked;
    private final WatchedGrants watchedGrants;
    private final ServedObject<Caller> root;

    /**
     * Makes the door.
     *
     * @param emitter sends signals on the door's connection
     * @param barrier tells when replies on the door's connection are on their way
     */
    public PortalDoor(Core core, Identifier identifier, Asker asker, Emitter emitter, Barrier barrier) {
        this.core = core;
        this.identifier = identifier;
        this.locked = new Locked(core.lock(), core::closeRetired);
        this.watchedGrants = new WatchedGrants(core);
        PortalSignals signals = new PortalSignals(core.registry(), emitter.guarded());
        this.watchers = new Watchers(core, signals);
        core.registry().listen(signals);
        core.registry().listen(watchers);
        core.registry().listen(new Ledger(core.helpers().journal()));
        core.helpers().grants().listen(watchedGrants::lost);
        Deliberations deliberations = new Deliberations(core, asker);
        core.registry().listen(deliberations);
        Admission admission = new Admission(core, deliberations);
        AccessRequests requests = new AccessRequests(core, admission, signals, barrier, watchedGrants);
        this.root = root(
                new ProducerMethods(core, signals, new RemoteDescriptors()),
                new ConsumerMethods(core, watchers, admission, requests));
    }

    private ServedObject<Caller> root(ProducerMethods producer, ConsumerMethods consumer) {
        PropertyReader<Caller> version = Properties.versionOnly();
        List<ServedInterface<Caller>> interfaces = List.of(
                locked.serve(
                        Producer1.DESCRIPTION,
                        (call, member, body) -> Producer1.Handler.invoke(producer, call, member, body),
                        version),
                locked.serve(
                        Consumer1.DESCRIPTION,
                        (call, member, body) -> Consumer1.Handler.invoke(consumer, call, member, body),
                        version));
        return () -> interfaces;
    }

    @Override
    public CompletionStage<Caller> identify(UniqueName sender) {
        return identifier
                .identify(sender)
                .thenApply(caller -> core.lock().with(() -> {
                    core.registry().join(caller);
                    return caller;
                }));
    }

    @Override
    public void gone(UniqueName sender, Caller caller) {
        core.lock().run(() -> {
            watchers.forget(caller);
            core.endings().end(caller);
            core.closeRetired();
            watchedGrants.left(caller);
        });
    }

    @Override
    public Optional<ServedObject<Caller>> object(Caller caller, ObjectPath path) {
        if (path.equals(PortalPaths.ROOT)) {
            return Optional.of(root);
        }
        return core.lock()
                .with(() -> visibleImage(caller, path)
                        .map(this::serve)
                        .or(() -> session(caller, path))
                        .or(() -> request(caller, path)));
    }

    private Optional<SharedImage> visibleImage(Caller caller, ObjectPath path) {
        return Optional.ofNullable(core.registry().image(PortalPaths.imageSerial(path)))
                .filter(image -> core.isVisible(caller, image));
    }

    private ServedObject<Caller> serve(SharedImage image) {
        return only(locked.serve(
                Image1.DESCRIPTION,
                (_, _, _) -> {
                    throw new IllegalStateException("Image1 has no methods");
                },
                (_, name) -> ImageMetadata.property(image, name)));
    }

    private Optional<ServedObject<Caller>> session(Caller caller, ObjectPath path) {
        return core.registry()
                .session(caller, path)
                .map(session -> only(locked.serve(
                        Session.DESCRIPTION,
                        (call, member, body) ->
                                Session.Handler.invoke(new SessionMethods(core, session), call, member, body),
                        Properties.versionOnly())));
    }

    private Optional<ServedObject<Caller>> request(Caller caller, ObjectPath path) {
        Optional<RequestMethods> own =
                core.registry().request(caller, path).map(request -> RequestMethods.own(core, request));
        Optional<RequestMethods> methods =
                PortalPaths.isRequestOfAnother(path, caller.name()) ? Optional.of(RequestMethods.ofAnother(core)) : own;
        return methods.map(handler -> only(locked.serve(
                Request.DESCRIPTION,
                (call, member, body) -> Request.Handler.invoke(handler, call, member, body),
                PropertyReader.none())));
    }

    private static ServedObject<Caller> only(ServedInterface<Caller> served) {
        List<ServedInterface<Caller>> interfaces = List.of(served);
        return () -> interfaces;
    }

    @Override
    public List<String> children(Caller caller, ObjectPath path) {
        return core.lock().with(() -> PortalTree.children(core, caller, path));
    }
}
