package org.vitrine.broker.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.PolicyGate;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.admin.AdminDoor;
import org.vitrine.broker.door.admin.RuleChanges;
import org.vitrine.broker.door.portal.PortalDoor;
import org.vitrine.broker.identity.Admins;
import org.vitrine.broker.identity.AdminsOnly;
import org.vitrine.broker.identity.Applications;
import org.vitrine.broker.identity.Arrivals;
import org.vitrine.broker.identity.BusIdentifier;
import org.vitrine.broker.registry.StateLock;
import org.vitrine.broker.rules.RuleFiles;
import org.vitrine.broker.rules.RuleRenewal;
import org.vitrine.broker.rules.RuleWatch;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.transport.Drops;

/** Runs a broker: both doors, each on a bus connection of its own. */
public final class Broker implements AutoCloseable {
    private final Bus portal;
    private final Bus admin;
    private final Core core;
    private final Backstage backstage;
    private final RuleWatch watch;
    private final Threads threads;

    private Broker(BrokerSettings settings, RuleWatch watch, PolicyGate gate, Bus portal, Bus admin) {
        this.portal = portal;
        this.admin = admin;
        this.watch = watch;
        this.threads = new Threads();
        this.backstage = Backstage.open(settings, admin, threads);
        StateLock lock = new StateLock();
        this.core = Core.create(
                new Core.CoreSettings(lock, settings.limits(), DescriptorLimit.half(), backstage.helpers()),
                gate,
                threads.alarm(lock));
    }

    /**
     * Starts a broker and returns once it answers on both names. Blocks.
     *
     * @throws VitrineException Failed if a rule file has an error, Disconnected if there is no bus, Exists if a name is
     *     taken; nothing is left running then
     */
    public static Broker start(BrokerSettings settings) {
        RuleFiles ruleFiles = settings.serving().system()
                ? RuleFiles.ofSystem(settings.ruleFiles())
                : RuleFiles.ofUser(settings.ruleFiles(), System.getenv());
        try (Opening opening = new Opening()) {
            RuleWatch watch = opening.add(RuleWatch.over(ruleFiles));
            PolicyGate gate = new PolicyGate(ruleFiles.read());
            String address = settings.serving().busAddress();
            Bus portal = opening.add(Bus.connect(address, BusOptions.named("portal")));
            Bus admin = opening.add(Bus.connect(address, BusOptions.named("admin")));
            Broker broker = opening.add(new Broker(settings, watch, gate, portal, admin));
            broker.serve(settings.serving(), ruleFiles);
            opening.succeeded();
            return broker;
        }
    }

    private void serve(Serving serving, RuleFiles ruleFiles) {
        SelfPing barrier = new SelfPing(portal);
        RuleRenewal renewal = new RuleRenewal(ruleFiles::read, new RuleChanges(core, barrier));
        portal.serve(new PortalDoor(core, identifier(portal), backstage.asker(), portal::emit, barrier));
        admin.serve(new AdminDoor(
                core,
                new AdminsOnly(identifier(admin), admins(serving)),
                admin::emit,
                barrier,
                () -> CompletableFuture.supplyAsync(renewal::renew, threads.readers())
                        .thenCompose(inForce -> inForce),
                () -> dropped(portal) + dropped(admin)));
        watch.start(renewal);
        admin.requestName(serving.adminName());
        portal.requestName(serving.portalName());
    }

    private BusIdentifier identifier(Bus bus) {
        BusIdentifier identifier = new BusIdentifier(
                bus::credentials, Arrivals.on(bus), Applications.ofSystem(), threads.lanes(), ownUid());
        identifier.rehearse();
        return identifier;
    }

    private static Admins admins(Serving serving) {
        return serving.system() ? new Admins.OfSystem(serving.adminGid()) : new Admins.OwnUser();
    }

    private static long ownUid() {
        try {
            return ((Number) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue();
        } catch (IOException e) {
            throw new IllegalStateException("/proc is needed", e);
        }
    }

    private static long dropped(Bus bus) {
        return Arrays.stream(Drops.Reason.values()).mapToLong(bus::dropped).sum();
    }

    /** Tells when one of the buses is lost, after which this broker is of no use. Never fails. */
    public CompletionStage<?> lost() {
        return CompletableFuture.anyOf(Stream.of(portal, admin)
                .map(bus -> bus.lost().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    /**
     * Ends every session with the reason shutdown, answers what waits, and leaves the bus. Blocks for some seconds at
     * most.
     */
    @Override
    public void close() {
        backstage.endQuestions();
        endAll();
        portal.close();
        admin.close();
        watch.close();
        endAll();
        backstage.close();
        threads.close();
    }

    private void endAll() {
        core.lock().run(() -> {
            core.endings().endAll();
            core.closeRetired();
        });
    }
}
