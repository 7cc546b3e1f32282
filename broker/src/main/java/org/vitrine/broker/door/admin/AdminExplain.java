package org.vitrine.broker.door.admin;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.generated.Admin1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.admission.GrantKeys;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.AdminPaths;
import org.vitrine.broker.registry.PortalPaths;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.Fd;
import org.vitrine.policy.Action;
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
        boolean visible = connected
                .map(caller -> core.isVisible(caller, image))
                .orElseGet(() ->
                        core.gate().decide(subject, Action.LIST, image.facts()).allows());
        var consumer = new ExplainedRules.Consumer(
                subject, connected, visible, core.sharing().isPaused());
        return recall(subject, access, image)
                .thenApply(remembered -> core.lock().with(() -> {
                    Explanation whole = core.gate().explain(subject, access, image.facts(), remembered);
                    return new Admin1.ExplainOut<>(
                            whole.decision().effect().word(), ExplainedRules.describe(whole, consumer));
                }));
    }

    private CompletionStage<Optional<Remembered>> recall(Subject subject, Action access, SharedImage image) {
        return GrantKeys.of(subject, image.facts(), access)
                .map(key -> core.helpers().grants().recall(key))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
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
