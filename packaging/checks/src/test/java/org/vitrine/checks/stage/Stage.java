package org.vitrine.checks.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vitrine.wire.testing.BusKind;
import org.vitrine.wire.testing.ContractBus;
import org.vitrine.wire.testing.PrivateBus;

/** A private bus with a broker on it, and with a desktop if asked for. Closing ends all. */
public final class Stage implements AutoCloseable {
    private static final Duration START_PATIENCE = Patience.ofSeconds(30);

    private final List<String> jvmFlags;
    private final ContractBus buses;
    private final UserRules rules;
    private final Optional<Desktop> desktop;
    private BrokerProcess broker;

    private Stage(BusKind kind, List<String> jvmFlags, Function<PrivateBus, Optional<Desktop>> desktop) {
        this.jvmFlags = jvmFlags;
        this.buses = kind.start();
        this.rules = UserRules.none(bus());
        this.desktop = desktop.apply(bus());
        this.broker = BrokerProcess.start(bus(), rules.configHome(), jvmFlags);
    }

    /** Start a bus and a broker, whose JVM gets these flags beside the ones that ship, and wait until it answers. */
    public static Stage withBroker(String... jvmFlags) {
        return started(new Stage(BusKind.DBUS_DAEMON, List.of(jvmFlags), _ -> Optional.empty()));
    }

    /** Start a bus of one kind and a broker, and wait until it answers. */
    public static Stage on(BusKind kind) {
        return started(new Stage(kind, List.of(), _ -> Optional.empty()));
    }

    /** Start a bus, a desktop whose dialogs answer what the test says, and a broker, and wait until it answers. */
    public static Stage withDesktop() {
        return started(new Stage(BusKind.DBUS_DAEMON, List.of(), bus -> Optional.of(Desktop.on(bus))));
    }

    private static Stage started(Stage stage) {
        stage.awaitBroker();
        return stage;
    }

    /** Start a broker in place of one that has ended, as systemd would, and wait until it answers. */
    public void restartBroker() {
        broker.close();
        broker = BrokerProcess.start(bus(), rules.configHome(), jvmFlags);
        awaitBroker();
    }

    private void awaitBroker() {
        assertThat(Eventually.holds(START_PATIENCE, portal()::answers))
                .as(broker::logText)
                .isTrue();
        attacker("dying.py").mustSucceed(); // once through everything, so that later counts start from the same
    }

    public PrivateBus bus() {
        return buses.bus();
    }

    public BrokerProcess broker() {
        return broker;
    }

    public Portal portal() {
        return new Portal(bus());
    }

    /** The door as it is before the proxy that peers are behind, if they are. */
    public Portal peersPortal() {
        return new Portal(buses.peerAddress());
    }

    /** The desktop of {@link #withDesktop}. */
    public Desktop desktop() {
        return desktop.orElseThrow();
    }

    /** The rules that go over the shipped ones. */
    public UserRules rules() {
        return rules;
    }

    /** The variables with which a program finds the bus. */
    public Map<String, String> environment() {
        return portal().environment();
    }

    /** Run one of the attackers to its end. */
    public Program.Result attacker(String script, String... arguments) {
        return Program.run(environment(), attackerCommand(script, arguments));
    }

    /** Start one of the attackers. */
    public Program startAttacker(String script, String... arguments) {
        return Program.start(environment(), attackerCommand(script, arguments));
    }

    private static List<String> attackerCommand(String script, String... arguments) {
        Stream<String> python = Stream.of(
                "/usr/bin/python3", "-B", Places.ATTACKERS.resolve(script).toString());
        return Stream.concat(python, Stream.of(arguments)).toList();
    }

    @Override
    public void close() {
        broker.close();
        desktop.ifPresent(Desktop::close);
        buses.close();
    }
}
