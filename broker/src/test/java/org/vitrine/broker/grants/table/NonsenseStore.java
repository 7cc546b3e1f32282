package org.vitrine.broker.grants.table;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.wire.ServedInterface;
import org.vitrine.wire.ServedObject;
import org.vitrine.wire.Service;

/** Claims to be a permission store, and answers numbers where texts are due. */
final class NonsenseStore implements Service<UniqueName> {
    private static final InterfaceDescription NUMBERS = new InterfaceDescription(
            DesktopStore.NAME,
            DesktopStore.INTERFACE.methods().stream()
                    .map(NonsenseStore::numbers)
                    .toList(),
            List.of(),
            List.of(),
            "<interface/>");

    private static MethodDescription numbers(MethodDescription method) {
        List<ArgumentDescription> out = List.of(ArgumentDescription.of("nonsense", "u"));
        return new MethodDescription(method.name(), method.in(), out, List.of());
    }

    @Override
    public CompletionStage<UniqueName> identify(UniqueName sender) {
        return CompletableFuture.completedStage(sender);
    }

    @Override
    public void gone(UniqueName sender, UniqueName caller) {}

    @Override
    public Optional<ServedObject<UniqueName>> object(UniqueName caller, ObjectPath path) {
        return Optional.of(() -> List.of(new ServedInterface<>(
                NUMBERS, (_, _, _) -> CompletableFuture.completedStage(List.of(4711L)), (_, _) -> 0L)));
    }

    @Override
    public List<String> children(UniqueName caller, ObjectPath path) {
        return List.of();
    }
}
