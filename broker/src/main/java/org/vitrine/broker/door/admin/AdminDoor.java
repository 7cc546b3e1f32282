package org.vitrine.broker.door.admin;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.generated.Admin1;
import org.vitrine.api.dbus.generated.AdminGrants1;
import org.vitrine.api.dbus.generated.AdminJournal1;
import org.vitrine.api.dbus.generated.AdminQuestions1;
import org.vitrine.api.dbus.generated.ObjectManager;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Barrier;
import org.vitrine.broker.door.Call;
import org.vitrine.broker.door.Emitter;
import org.vitrine.broker.door.Locked;
import org.vitrine.broker.door.PathTree;
import org.vitrine.broker.door.Properties;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.identity.Identifier;
import org.vitrine.broker.registry.AdminPaths;
import org.vitrine.fd.Fd;
import org.vitrine.wire.PropertyReader;
import org.vitrine.wire.ReceivedFd;
import org.vitrine.wire.ServedInterface;
import org.vitrine.wire.ServedObject;
import org.vitrine.wire.Service;

/** Serves the admin door to those whom its identifier lets in. */
public final class AdminDoor implements Service<Caller> {
    private final Core core;
    private final Identifier identifier;
    private final AdminObjects objects;
    private final AdminSignals signals;
    private final Locked locked;
    private final ServedObject<Caller> root;

    /**
     * Makes the door.
     *
     * @param identifier finds out who calls, and refuses who may not
     * @param emitter sends signals on the door's connection
     * @param portalBarrier tells when replies on the portal door's connection are on their way
     * @param policyReload renews the rules
     * @param dropCount counts what the connections dropped
     */
    public AdminDoor(
            Core core,
            Identifier identifier,
            Emitter emitter,
            Barrier portalBarrier,
            PolicyReload policyReload,
            DropCount dropCount) {
        this.core = core;
        this.identifier = identifier;
        AdminArrivals arrivals = new AdminArrivals(InstantSource.system());
        this.objects = new AdminObjects(core.registry(), arrivals);
        this.signals = new AdminSignals(objects, emitter.guarded());
        this.locked = new Locked(core.lock(), () -> {});
        core.registry().listen(arrivals);
        core.registry().listen(signals);
        core.helpers().agents().listen(new AdminAgents(emitter.guarded()));
        AdminRevocation revocation = new AdminRevocation(core, portalBarrier);
        this.root = root(
                new AdminMethods(core, revocation, policyReload, dropCount), new AdminGrantMethods(core, revocation));
    }

    private ServedObject<Caller> root(AdminMethods methods, AdminGrantMethods grants) {
        AdminQuestionMethods questions = new AdminQuestionMethods(core.helpers().agents());
        AdminJournalMethods journal = new AdminJournalMethods(core.helpers().journal());
        List<ServedInterface<Caller>> interfaces = List.of(
                locked.serve(
                        Admin1.DESCRIPTION,
                        (call, member, body) -> Admin1.Handler.invoke(methods, call, member, body),
                        versionAndPaused()),
                locked.serve(
                        AdminGrants1.DESCRIPTION,
                        (call, member, body) -> AdminGrants1.Handler.invoke(grants, call, member, body),
                        Properties.versionOnly()),
                locked.serve(
                        AdminQuestions1.DESCRIPTION,
                        (call, member, body) -> AdminQuestions1.Handler.invoke(questions, call, member, body),
                        Properties.versionOnly()),
                locked.serve(
                        AdminJournal1.DESCRIPTION,
                        (call, member, body) -> AdminJournal1.Handler.invoke(journal, call, member, body),
                        journal.properties()),
                locked.serve(
                        ObjectManager.DESCRIPTION,
                        (call, member, body) -> ObjectManager.Handler.invoke(manager(), call, member, body),
                        PropertyReader.none()));
        return () -> interfaces;
    }

    private PropertyReader<Caller> versionAndPaused() {
        return (caller, name) -> name.equals("Paused")
                ? core.sharing().isPaused()
                : Properties.versionOnly().read(caller, name);
    }

    private ObjectManager.Handler<Call, ReceivedFd, Fd> manager() {
        return call -> {
            signals.subscribe(call.caller().name());
            return CompletableFuture.completedFuture(new ObjectManager.GetManagedObjectsOut<>(objects.all()));
        };
    }

    @Override
    public CompletionStage<Caller> identify(UniqueName sender) {
        return identifier.identify(sender);
    }

    @Override
    public void gone(UniqueName sender, Caller caller) {
        core.lock().run(() -> {
            signals.forget(sender);
            core.helpers().agents().unregister(sender);
        });
    }

    @Override
    public Optional<ServedObject<Caller>> object(Caller caller, ObjectPath path) {
        return path.equals(AdminPaths.ROOT)
                ? Optional.of(root)
                : core.lock().with(() -> objects.find(path).map(this::serve));
    }

    private ServedObject<Caller> serve(AdminObjects.Shown shown) {
        List<ServedInterface<Caller>> interfaces = List.of(locked.serve(
                shown.description(),
                (_, _, _) -> {
                    throw new IllegalStateException("This interface has no methods");
                },
                (_, name) -> Optional.ofNullable(shown.properties().get(name))
                        .orElseThrow(Properties::unknown)
                        .value()));
        return () -> interfaces;
    }

    @Override
    public List<String> children(Caller caller, ObjectPath path) {
        return core.lock()
                .with(() -> PathTree.below(
                        path, Stream.concat(Stream.of(AdminPaths.ROOT), objects.all().keySet().stream())));
    }
}
