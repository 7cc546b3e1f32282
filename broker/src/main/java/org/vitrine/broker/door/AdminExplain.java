package org.vitrine.broker.door;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.generated.Admin1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.ImageSelector;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.AdminPaths;
import org.vitrine.broker.registry.PortalPaths;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.Fd;
import org.vitrine.policy.Action;
import org.vitrine.policy.Effect;
import org.vitrine.policy.Explanation;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

/** Says what would be answered to a program, the whole road: rules, manifest, and what is remembered. */
final class AdminExplain {
    private final Core core;

    AdminExplain(Core core) {
        this.core = core;
    }

    /**
     * Explains, without doing anything.
     *
     * @param who an application id, or a unique name, which has a colon in front and so is none
     */
    CompletionStage<Admin1.ExplainOut<Fd>> explain(String who, ObjectPath imagePath, Action access) {
        SharedImage image = image(imagePath);
        Optional<Caller> connected = connected(who);
        Subject subject = connected.map(Caller::subject).orElseGet(() -> assumed(who));
        Explanation rules = core.gate().explain(subject, access, image.facts());
        boolean visible = connected
                .map(caller -> core.isVisible(caller, image))
                .orElseGet(() ->
                        core.gate().decide(subject, Action.LIST, image.facts()).allows());
        var consumer = new ExplainedRules.Consumer(
                subject, connected, visible, core.sharing().isPaused());
        return recall(rules, subject, access, image).thenApply(remembered -> {
            Explanation whole = remembered
                    .map(said -> new Explanation(rules.decision().recalling(said), rules.shadowed(), rules.near()))
                    .orElse(rules);
            return new Admin1.ExplainOut<>(whole.decision().effect().word(), ExplainedRules.describe(whole, consumer));
        });
    }

    private CompletionStage<Optional<Remembered>> recall(
            Explanation rules, Subject subject, Action access, SharedImage image) {
        Optional<ImageSelector> selector = ImageSelector.of(image.facts());
        boolean matters =
                rules.decision().effect() == Effect.ASK && !subject.appId().isEmpty();
        return matters && selector.isPresent()
                ? core.helpers().grants().recall(new GrantKey(subject.appId(), selector.get(), access))
                : CompletableFuture.completedFuture(Optional.empty());
    }

    private Optional<Caller> connected(String who) {
        boolean isName = who.startsWith(":");
        Optional<Caller> found = core.registry().callers().stream()
                .filter(caller -> isName
                        ? caller.name().value().equals(who)
                        : caller.appId().equals(who))
                .findFirst();
        if (isName && found.isEmpty()) {
            throw new VitrineException(ErrorName.NOT_FOUND, "No such connection has called the broker");
        }
        return found;
    }

    private static Subject assumed(String app) {
        return new Subject(app, app.isEmpty() ? Sandbox.NONE : Sandbox.FLATPAK, User.OWN);
    }

    private SharedImage image(ObjectPath path) {
        SharedImage atPortal = core.registry().image(PortalPaths.imageSerial(path));
        SharedImage atAdmin = core.registry().image(AdminPaths.imageSerial(path));
        SharedImage image = atPortal == null ? atAdmin : atPortal;
        if (image == null) {
            throw Refusals.noSuchImage();
        }
        return image;
    }
}
