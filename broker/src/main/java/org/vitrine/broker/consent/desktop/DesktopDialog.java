package org.vitrine.broker.consent.desktop;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.consent.Dialog;
import org.vitrine.broker.consent.PendingQuestion;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.policy.Action;
import org.vitrine.wire.Bus;

/**
 * Shows questions through a portal backend, which the bus starts if it is not running. An error, an answer of another
 * form, and a backend that goes before it answered are failures. Safe from any thread.
 */
public final class DesktopDialog implements Dialog {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopDialog.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final ObjectPath REQUESTS = AccessInterface.PATH.child("request");

    /** Window identifiers of the portals: X11 windows and exported Wayland surfaces. */
    private static final Pattern WINDOW = Pattern.compile("x11:[0-9a-fA-F]{1,16}|wayland:[!-~]{1,255}");

    private final Bus bus;
    private final BusName backend;
    private final Duration timeout;

    /**
     * Uses a backend.
     *
     * @param bus should be the connection of the admin door, which sandboxes can't reach
     * @param timeout how long a dialog may take; longer than anybody lets it
     */
    public DesktopDialog(Bus bus, BusName backend, Duration timeout) {
        this.bus = bus;
        this.backend = backend;
        this.timeout = timeout;
    }

    @Override
    public Showing show(PendingQuestion question) {
        ObjectPath handle = REQUESTS.child(bus.uniqueName().asPathElement()).child("vitrine" + question.serial());
        Persistence preselected = question.question().request().persistence();
        CompletionStage<Optional<Answer>> outcome = call(handle, question).handle((body, failure) -> {
            if (failure != null) {
                LOG.warn("The dialog of {} failed: {}", backend, reasonOf(failure));
                return Optional.empty();
            }
            return Optional.of(DialogResult.read(body, preselected));
        });
        return new Shown(handle, outcome);
    }

    private CompletionStage<List<Object>> call(ObjectPath handle, PendingQuestion pending) {
        Question question = pending.question();
        try {
            return bus.invoker(backend.value(), timeout)
                    .invoke(
                            AccessInterface.PATH,
                            AccessInterface.ACCESS,
                            AccessInterface.ACCESS_DIALOG,
                            List.of(
                                    handle,
                                    question.caller().appId(),
                                    window(question.request().parentWindow()),
                                    pending.words().title(),
                                    pending.words().subtitle(),
                                    pending.words().body(),
                                    options(question)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static String window(String parent) {
        return WINDOW.matcher(parent).matches() ? parent : "";
    }

    private static Map<String, Variant<Object>> options(Question question) {
        Map<String, Variant<Object>> options = new LinkedHashMap<>();
        options.put("modal", Variant.of("b", true));
        options.put("grant_label", Variant.of("s", question.access() == Action.WRITE ? "Let it draw" : "Let it look"));
        options.put("deny_label", Variant.of("s", "Refuse"));
        options.put("icon", Variant.of("s", "image-x-generic-symbolic"));
        if (question.terms().rememberable()) {
            options.put(
                    "choices",
                    Variant.of(
                            "a(ssa(ss)s)",
                            RememberChoice.offer(question.request().persistence())));
        }
        return options;
    }

    /** Names a failure by its kind: what the backend says of it is no text of ours. */
    private static String reasonOf(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof VitrineException known
                ? known.name().dbusName()
                : cause.getClass().getSimpleName();
    }

    private final class Shown implements Showing {
        private final ObjectPath handle;
        private final CompletionStage<Optional<Answer>> outcome;

        Shown(ObjectPath handle, CompletionStage<Optional<Answer>> outcome) {
            this.handle = handle;
            this.outcome = outcome;
        }

        @Override
        public CompletionStage<Optional<Answer>> outcome() {
            return outcome;
        }

        @Override
        public void close() {
            bus.invoker(backend.value(), CLOSE_TIMEOUT)
                    .invoke(handle, AccessInterface.REQUEST, AccessInterface.CLOSE, List.of())
                    .whenComplete((body, failure) -> {
                        if (failure != null) {
                            LOG.debug("A dialog was not closed: {}", reasonOf(failure));
                        }
                    });
        }
    }
}
