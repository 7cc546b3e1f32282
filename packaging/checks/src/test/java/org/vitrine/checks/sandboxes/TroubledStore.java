package org.vitrine.checks.sandboxes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.wire.ServedInterface;
import org.vitrine.wire.ServedObject;
import org.vitrine.wire.Service;

/**
 * A desktop's permission store that is of no use.
 *
 * @param trouble what is the matter with it
 * @param asked open until it was asked for a row
 */
record TroubledStore(Trouble trouble, CountDownLatch asked) implements Service<UniqueName> {
    static final String NAME = "org.freedesktop.impl.portal.PermissionStore";

    /** Its answer has another type than that of a store. */
    private static final MethodDescription LOOKUP = new MethodDescription(
            "Lookup",
            List.of(ArgumentDescription.of("table", "s"), ArgumentDescription.of("id", "s")),
            List.of(ArgumentDescription.of("nonsense", "u")),
            List.of());

    private static final InterfaceDescription INTERFACE =
            new InterfaceDescription(NAME, List.of(LOOKUP), List.of(), List.of(), "<interface/>");

    /** What it does with a question. */
    enum Trouble {
        FAILS,
        ANSWERS_NONSENSE,
        NEVER_ANSWERS
    }

    private CompletionStage<List<Object>> answer() {
        asked.countDown();
        return switch (trouble) {
            case FAILS -> CompletableFuture.failedStage(new VitrineException(ErrorName.FAILED, "out of order"));
            case ANSWERS_NONSENSE -> CompletableFuture.completedStage(List.of(4711L));
            case NEVER_ANSWERS -> new CompletableFuture<>();
        };
    }

    @Override
    public CompletionStage<UniqueName> identify(UniqueName sender) {
        return CompletableFuture.completedStage(sender);
    }

    @Override
    public void gone(UniqueName sender, UniqueName caller) {}

    @Override
    public Optional<ServedObject<UniqueName>> object(UniqueName caller, ObjectPath path) {
        return Optional.of(() -> List.of(new ServedInterface<>(INTERFACE, (_, _, _) -> answer(), (_, _) -> 0L)));
    }

    @Override
    public List<String> children(UniqueName caller, ObjectPath path) {
        return List.of();
    }
}
