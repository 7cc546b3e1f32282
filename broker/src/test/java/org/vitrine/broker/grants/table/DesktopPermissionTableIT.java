package org.vitrine.broker.grants.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;
import org.vitrine.wire.Bus;

/** The contract on the real {@code xdg-permission-store}, and what only it can do. */
@ExtendWith(LeakCheck.class)
class DesktopPermissionTableIT extends TableContract {
    private static final MethodDescription PING = new MethodDescription("Ping", List.of(), List.of(), List.of());
    private static final InterfaceDescription PING_INTERFACE =
            new InterfaceDescription("org.freedesktop.DBus.Peer", List.of(PING), List.of(), List.of(), "<interface/>");

    @RegisterExtension
    final DesktopFixture desktop = new DesktopFixture();

    private Bus bus;

    @Override
    PermissionTable open() {
        bus = desktop.connect();
        return new DesktopPermissionTable(bus, PermissionTables.TABLE, Duration.ofSeconds(2));
    }

    @Test
    void whatOthersKeepAsDataIsNothingToUs() {
        get(table.setPermission(OBJECT, APP, List.of("yes")));

        assertThat(get(table.lookup(OBJECT)).data()).isEmpty();
    }

    @Test
    void hearsWhatOthersChange() throws Exception {
        get(table.setPermission(OBJECT, APP, List.of("yes")));

        desktop.flatpak("permission-set", "vitrine", OBJECT, APP, "no");
        DesktopFixture.await(() -> heard.contains(OBJECT + " {" + APP + "=[no]}"));

        desktop.flatpak("permission-reset", APP);
        DesktopFixture.await(() -> heard.contains(OBJECT + " {}"));
        assertThat(missed).hasValue(0);
    }

    @Test
    void doesNotHearOfOtherTables() throws Exception {
        get(table.lookup(OBJECT));

        desktop.flatpak("permission-set", "devices", "camera", APP, "no");
        get(table.setPermission(OBJECT, APP, List.of("yes")));

        assertThat(heard).containsExactly(OBJECT + " {" + APP + "=[yes]}");
    }

    @Test
    void doesNotBelieveWhoeverElseTellsOfAChange() {
        get(table.setPermission(OBJECT, APP, List.of("yes")));
        heard.clear();
        SignalDescription changed = new SignalDescription(
                DesktopStore.CHANGED,
                List.of(
                        ArgumentDescription.of("table", "s"),
                        ArgumentDescription.of("id", "s"),
                        ArgumentDescription.of("deleted", "b"),
                        ArgumentDescription.of("data", "v"),
                        ArgumentDescription.of("permissions", "a{sas}")));
        Bus stranger = desktop.connect();
        stranger.emit(
                bus.uniqueName(),
                DesktopStore.PATH,
                DesktopStore.INTERFACE,
                changed,
                List.of("vitrine", OBJECT, true, Variant.of("y", (byte) 0), Map.of(APP, List.of("read=always"))));
        get(stranger.invoker(bus.uniqueName().value(), Duration.ofSeconds(2))
                .invoke(DesktopStore.PATH, PING_INTERFACE, PING, List.of()));
        get(table.lookup(OBJECT));

        assertThat(heard).isEmpty();
    }

    @Test
    void saysThatChangesMayHaveBeenMissedWhenTheStoreEnds() throws Exception {
        get(table.setPermission(OBJECT, APP, List.of("yes")));

        desktop.store().destroyForcibly();
        DesktopFixture.await(() -> missed.get() == 1);

        assertThat(get(table.lookup(OBJECT)).of(APP))
                .as("a new one was started")
                .containsExactly("yes");
        desktop.flatpak("permission-set", "vitrine", OBJECT, APP, "no");
        DesktopFixture.await(() -> heard.contains(OBJECT + " {" + APP + "=[no]}"));

        desktop.store().destroyForcibly();
        DesktopFixture.await(() -> missed.get() == 2);
    }

    @Test
    void aStoreThatDoesNotAnswerFailsTheCallInTime() throws Exception {
        get(table.setPermission(OBJECT, APP, List.of("yes")));
        desktop.signal("STOP");
        try {
            assertThatThrownBy(() -> get(table.lookup(OBJECT))).hasCauseInstanceOf(VitrineException.class);
        } finally {
            desktop.signal("CONT");
        }

        assertThat(get(table.lookup(OBJECT)).of(APP)).containsExactly("yes");
    }

    @Test
    void aStoreThatAnswersNonsenseFailsTheCall() {
        Bus nonsense = desktop.connect();
        nonsense.serve(new NonsenseStore());
        nonsense.requestName(new BusName(DesktopStore.NAME));

        assertThatThrownBy(() -> get(table.lookup(OBJECT))).hasCauseInstanceOf(VitrineException.class);
        assertThatThrownBy(() -> get(table.objects())).hasCauseInstanceOf(VitrineException.class);
    }
}
