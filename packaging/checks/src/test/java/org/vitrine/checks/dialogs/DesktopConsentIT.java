package org.vitrine.checks.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Answer.Kind;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.consent.ConsentSettings;
import org.vitrine.broker.consent.desktop.DesktopConsent;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.identity.Caller;
import org.vitrine.checks.stage.Places;
import org.vitrine.checks.stage.ScriptedBackend;
import org.vitrine.fd.LeakCheck;
import org.vitrine.policy.Action;
import org.vitrine.policy.ImageFacts;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.testing.PrivateBus;

/** Consent as the broker opens it: it finds the backend, and has the bus start it. */
@ExtendWith(LeakCheck.class)
class DesktopConsentIT {
    @TempDir
    private Path folder;

    @Test
    void asksTheBackendOfPortalsConfWhichTheBusStarts() throws IOException {
        Files.writeString(folder.resolve("mock.portal"), """
                [portal]
                DBusName=%s
                Interfaces=org.freedesktop.impl.portal.Access;
                """.formatted(ScriptedBackend.NAME));
        Files.writeString(folder.resolve("portals.conf"), "[preferred]\ndefault=mock\n");
        try (PrivateBus bus = PrivateBus.start(busThatStartsTheBackend())) {
            assertThat(answer(bus, Map.of("XDG_DESKTOP_PORTAL_DIR", folder.toString())))
                    .isEqualTo(new Answer(Kind.YES, Persistence.WHILE_RUNNING));
        }
    }

    @Test
    void hasNobodyToAskWhereThereIsNoDesktop() {
        try (PrivateBus bus = PrivateBus.start()) {
            assertThat(answer(bus, Map.of())).isEqualTo(Answer.NOBODY_TO_ASK);
        }
    }

    private static Answer answer(PrivateBus address, Map<String, String> environment) {
        try (Bus bus = Bus.connect(address.address(), BusOptions.named("admin"));
                DesktopConsent consent = DesktopConsent.open(bus, environment, ConsentSettings.DEFAULTS)) {
            return Curious.await(consent.asker()
                    .ask(new Question(
                            new Caller(
                                    new UniqueName(":1.900"),
                                    0,
                                    Optional.empty(),
                                    new Subject("org.example.Viewer", Sandbox.FLATPAK, User.OWN)),
                            Action.WRITE,
                            new ImageFacts("org.example.Camera", "Front camera", List.of()),
                            Question.Request.PLAIN,
                            new Question.Terms(Optional.empty(), true))));
        }
    }

    private Path busThatStartsTheBackend() throws IOException {
        Path start = folder.resolve("start");
        Files.writeString(
                start,
                "exec /usr/bin/python3 -m dbusmock --session --logfile=/dev/null -t '%s' -p '%s'\n"
                        .formatted(
                                Places.ATTACKERS.resolve("access.py"),
                                "{\"acts\": [{\"response\": 0, \"remember\": \"session\"}]}"));
        Files.writeString(
                folder.resolve("mock.service"),
                "[D-BUS Service]\nName=%s\nExec=/bin/sh %s\n".formatted(ScriptedBackend.NAME, start));
        return Files.writeString(folder.resolve("bus.conf"), """
                <busconfig>
                  <include>/usr/share/dbus-1/session.conf</include>
                  <servicedir>%s</servicedir>
                </busconfig>
                """.formatted(folder));
    }
}
