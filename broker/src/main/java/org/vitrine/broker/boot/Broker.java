package org.vitrine.broker.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.NobodyToAsk;
import org.vitrine.broker.access.PolicyGate;
import org.vitrine.broker.consent.NoAgents;
import org.vitrine.broker.door.AdminDoor;
import org.vitrine.broker.door.Core;
import org.vitrine.broker.door.Helpers;
import org.vitrine.broker.door.PortalDoor;
import org.vitrine.broker.grants.NothingRemembered;
import org.vitrine.broker.identity.Admins;
import org.vitrine.broker.identity.AdminsOnly;
import org.vitrine.broker.identity.Applications;
import org.vitrine.broker.identity.Arrivals;
import org.vitrine.broker.identity.BusIdentifier;
import org.vitrine.broker.journal.Journal;
import org.vitrine.broker.registry.StateLock;
import org.vitrine.broker.rules.RuleFiles;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.transport.Drops;

/** Runs a broker: both doors, each on a bus connection of its own. */
public final class Broker implements AutoCloseable {
    private final Bus portal;
    private final Bus admin;
    private final Core core;
    private final Threads threads;

    private Broker(Bus portal, Bus admin, Core core, Threads threads) {
        this.portal = portal;
        this.admin = admin;
        this.core = core;
        this.threads = threads;
    }

    /**
     * Starts a broker and returns once it answers on both names. Blocks.
     *
     * @throws VitrineException Failed if a rule file has an error, Disconnected if there is no bus, Exists if a name is
     *     taken; nothing is left running then
     */
    public static Broker start(BrokerSettings settings) {
        RuleFiles ruleFiles = settings.system()
                ? RuleFiles.ofSystem(settings.ruleFiles())
                : RuleFiles.ofUser(settings.ruleFiles(), System.getenv());
        PolicyGate gate = new PolicyGate(ruleFiles.read());
        Bus portal = Bus.connect(settings.busAddress(), BusOptions.named("portal"));
        try {
            Bus admin = Bus.connect(settings.busAddress(), BusOptions.named("admin"));
            try {
                return serve(settings, gate, ruleFiles, portal, admin);
            } catch (RuntimeException e) {
                admin.close();
                throw e;
            }
        } catch (RuntimeException e) {
            portal.close();
            throw e;
        }
    }

    private static Broker serve(BrokerSettings settings, PolicyGate gate, RuleFiles ruleFiles, Bus portal, Bus admin) {
        Threads threads = new Threads();
        StateLock lock = new StateLock();
        Core core = Core.create(
                new Core.CoreSettings(
                        lock,
                        settings.limits(),
                        DescriptorLimit.half(),
                        new Helpers(new NothingRemembered(), new NoAgents(), Journal.NONE)),
                gate,
                threads.alarm(lock));
        SelfPing barrier = new SelfPing(portal);
        portal.serve(new PortalDoor(core, identifier(portal, threads), new NobodyToAsk(), portal::emit, barrier));
        admin.serve(new AdminDoor(
                core,
                new AdminsOnly(identifier(admin, threads), admins(settings)),
                admin::emit,
                barrier,
                () -> CompletableFuture.supplyAsync(ruleFiles::read, threads.readers()),
                () -> dropped(portal) + dropped(admin)));
        admin.requestName(settings.adminName());
        portal.requestName(settings.portalName());
        return new Broker(portal, admin, core, threads);
    }

    private static BusIdentifier identifier(Bus bus, Threads threads) {
        BusIdentifier identifier = new BusIdentifier(
                bus::credentials, Arrivals.on(bus), Applications.ofSystem(), threads.readers(), ownUid());
        identifier.rehearse();
        return identifier;
    }

    private static Admins admins(BrokerSettings settings) {
        return settings.system() ? new Admins.OfSystem(settings.adminGid()) : new Admins.OwnUser();
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

    /** Ends every session with the reason shutdown, answers what waits, and leaves the bus. Blocks for 2 s at most. */
    @Override
    public void close() {
        endAll();
        portal.close();
        admin.close();
        endAll();
        threads.close();
    }

    private void endAll() {
        core.lock().run(() -> {
            core.endings().endAll();
            core.closeRetired();
        });
    }
}
