package org.vitrine.broker.door;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.access.PolicyGate;
import org.vitrine.broker.admission.PolicyChange;
import org.vitrine.broker.boot.Serving;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.core.Helpers;
import org.vitrine.broker.door.admin.AdminDoor;
import org.vitrine.broker.door.admin.RuleChanges;
import org.vitrine.broker.door.portal.PortalDoor;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.AdminPaths;
import org.vitrine.broker.registry.FormatSet;
import org.vitrine.broker.registry.PortalPaths;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.broker.registry.StateLock;
import org.vitrine.broker.rules.RuleRenewal;
import org.vitrine.broker.testing.FakeAgents;
import org.vitrine.broker.testing.FakeAsker;
import org.vitrine.broker.testing.Peer;
import org.vitrine.broker.testing.TestBuffers;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.policy.Account;
import org.vitrine.policy.Action;
import org.vitrine.policy.DefaultRules;
import org.vitrine.policy.Evidence;
import org.vitrine.policy.Manifest;
import org.vitrine.policy.Policy;
import org.vitrine.policy.ProcessFacts;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.testing.PrivateBus;

/** Serves both doors on a bus of their own, with fakes behind them, and with peers that are whom the test says. */
final class DoorsOnABus implements AutoCloseable {
    static final String CAMERA = "org.example.Camera";
    static final String VIEWER = "org.example.Viewer";

    private final PrivateBus bus = PrivateBus.start();
    private final Map<UniqueName, Subject> subjects = new ConcurrentHashMap<>();
    private final FakeGrants grants = new FakeGrants();
    private final FakeAgents agents = new FakeAgents();
    private final FakeJournal journal = new FakeJournal();
    private final Core core;
    private final Bus portal;
    private final Bus adminBus;
    private final Peer producer;
    private final Peer consumer;
    private final Peer admin;

    DoorsOnABus() {
        core = Core.create(
                new Core.CoreSettings(new StateLock(), Limits.DEFAULTS, 1000, new Helpers(grants, agents, journal)),
                new PolicyGate(new Policy(DefaultRules.read())),
                (_, _) -> () -> {});
        portal = Bus.connect(bus.address(), BusOptions.named("portal"));
        adminBus = Bus.connect(bus.address(), BusOptions.named("admin"));
        Barrier barrier = () -> CompletableFuture.completedFuture(null);
        portal.serve(new PortalDoor(core, this::identify, new FakeAsker(), portal::emit, barrier));
        adminBus.serve(new AdminDoor(
                core,
                this::identify,
                adminBus::emit,
                barrier,
                new RuleRenewal(() -> new Policy(DefaultRules.read()), new RuleChanges(core, barrier))::renew,
                () -> 0));
        portal.requestName(Serving.PORTAL_NAME);
        adminBus.requestName(Serving.ADMIN_NAME);
        producer = Peer.connect(bus.address());
        consumer = Peer.connect(bus.address());
        admin = Peer.connect(bus.address());
        subjects.put(producer.bus().uniqueName(), host(CAMERA));
        subjects.put(consumer.bus().uniqueName(), viewer());
    }

    private CompletableFuture<Caller> identify(UniqueName name) {
        return CompletableFuture.completedFuture(
                new Caller(name, 0, Optional.empty(), subjects.getOrDefault(name, host(""))));
    }

    private static Subject host(String app) {
        return new Subject(app, Sandbox.NONE, User.OWN);
    }

    static Subject viewer() {
        return new Subject(
                VIEWER,
                Sandbox.FLATPAK,
                new Account(User.OWN, 0, Set.of()),
                new ProcessFacts("app-viewer.scope", "/app/bin/viewer", Evidence.STRONG),
                Manifest.NONE);
    }

    FakeGrants grants() {
        return grants;
    }

    FakeAgents agents() {
        return agents;
    }

    FakeJournal journal() {
        return journal;
    }

    Peer admin() {
        return admin;
    }

    Peer consumer() {
        return consumer;
    }

    Peer producer() {
        return producer;
    }

    PrivateBus bus() {
        return bus;
    }

    /** Connects a program that is whom the test says. */
    Peer join(Subject subject) {
        Peer peer = Peer.connect(bus.address());
        subjects.put(peer.bus().uniqueName(), subject);
        return peer;
    }

    /** Puts other rules in force. */
    void rule(Policy policy) {
        core.lock().run(() -> PolicyChange.apply(core, policy));
    }

    /** Has the camera share an image. */
    ObjectPath share(String title) {
        return share(title, List.of());
    }

    /** Has the camera share an image with tags. */
    ObjectPath share(String title, List<String> tags) {
        Map<String, Variant<Fd>> properties = Map.of("title", Variant.of("s", title), "tags", Variant.of("as", tags));
        try (OwnedFd fd = TestBuffers.sealed(4, 4)) {
            List<RawBuffer<Fd>> buffers = List.of(TestBuffers.in((Fd) fd, 4, 4));
            return Peer.get(producer.producer().advertise(producer.register(), properties, buffers))
                    .image();
        }
    }

    /** Has the camera share an image that has no buffers yet. */
    ObjectPath promise(String title) {
        Map<String, Variant<Fd>> properties = Map.of(
                "title", Variant.of("s", title),
                "width", Variant.of("u", 4L),
                "height", Variant.of("u", 4L),
                "formats", Variant.of("a(uat)", List.of(List.of(TestBuffers.XRGB8888, List.of(0L)))));
        return Peer.get(producer.producer().advertise(producer.register(), properties, List.of()))
                .image();
    }

    /** Lets the viewer in as what is remembered would, and returns the session's object at the admin door. */
    ObjectPath letIn(ObjectPath image, GrantKey key) {
        Peer.get(consumer.consumer().listImages(Map.of()));
        return core.lock().with(() -> {
            SharedImage shared = Objects.requireNonNull(core.registry().image(PortalPaths.imageSerial(image)));
            Caller caller = core.registry().callers().stream()
                    .filter(peer -> peer.appId().equals(VIEWER))
                    .findFirst()
                    .orElseThrow();
            Grant grant = new Grant(
                    Action.READ, core.gate().decide(caller.subject(), Action.READ, shared.facts()), Optional.of(key));
            return AdminPaths.session(core.sessions()
                    .open(caller, shared, grant, FormatSet.ALL, Optional.empty())
                    .serial());
        });
    }

    @Override
    public void close() {
        admin.close();
        consumer.close();
        producer.close();
        core.lock().run(() -> {
            core.endings().endAll();
            core.closeRetired();
        });
        portal.close();
        adminBus.close();
        bus.close();
    }
}
