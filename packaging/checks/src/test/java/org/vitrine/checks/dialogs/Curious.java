package org.vitrine.checks.dialogs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Asking;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.consent.Consent;
import org.vitrine.broker.consent.ConsentDefault;
import org.vitrine.broker.consent.ConsentSettings;
import org.vitrine.broker.consent.ConsentThread;
import org.vitrine.broker.consent.QuestionWords;
import org.vitrine.broker.consent.desktop.DesktopDialog;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Action;
import org.vitrine.policy.ImageFacts;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.testing.PrivateBus;

/** The broker's consent on a bus connection of its own, which asks one backend on behalf of one application. */
final class Curious implements AutoCloseable {
    private static final Duration DIALOG_TIMEOUT = Duration.ofMinutes(2);

    private final Bus bus;
    private final ConsentThread thread = new ConsentThread();
    private final Consent consent;

    private Curious(Bus bus, BusName backend, Duration patience) {
        this.bus = bus;
        this.consent = new Consent(
                new ConsentSettings(patience, ConsentDefault.ALLOW, 256),
                Optional.of(new DesktopDialog(bus, backend, DIALOG_TIMEOUT)),
                new QuestionWords(id -> Optional.of(id.substring(id.lastIndexOf('.') + 1))),
                thread);
    }

    /** Connect. */
    static Curious of(PrivateBus bus, BusName backend, Duration patience) {
        return new Curious(Bus.connect(bus.address(), BusOptions.named("consent")), backend, patience);
    }

    Consent consent() {
        return consent;
    }

    Asking ask(String title) {
        return ask(title, Persistence.ONCE, "", true);
    }

    Asking ask(String title, Persistence wish, String parentWindow, boolean rememberable) {
        Subject viewer = new Subject("org.example.Viewer", Sandbox.FLATPAK, User.OWN);
        return consent.ask(new Question(
                new Caller(new UniqueName(":1.900"), 0, Optional.empty(), viewer),
                Action.READ,
                new ImageFacts("org.example.Camera", title, List.of()),
                new Question.Request("video call with Alice", parentWindow, wish),
                new Question.Terms(Optional.of(Duration.ofHours(1)), rememberable)));
    }

    /** Wait for an answer. */
    static Answer await(Asking asking) {
        return asking.answer()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        consent.close();
        thread.close();
        bus.close();
    }
}
