package org.vitrine.broker.door.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.RegistryListener;
import org.vitrine.broker.registry.SharedImage;

/** Tells those who asked for it of images that come, change and go, each of what it may see. */
final class Watchers implements RegistryListener {
    private final Core core;
    private final PortalSignals signals;
    private final Map<UniqueName, Caller> watchers = new LinkedHashMap<>();

    Watchers(Core core, PortalSignals signals) {
        this.core = core;
        this.signals = signals;
    }

    void set(Caller caller, boolean watch) {
        if (watch) {
            watchers.put(caller.name(), caller);
        } else {
            forget(caller);
        }
    }

    void forget(Caller caller) {
        watchers.remove(caller.name());
    }

    @Override
    public void imageAdded(SharedImage image) {
        tell(image, signals::imageAdded);
    }

    @Override
    public void imageChanged(SharedImage image) {
        tell(image, signals::imageChanged);
    }

    @Override
    public void imageRemoved(SharedImage image) {
        tell(image, signals::imageRemoved);
    }

    private void tell(SharedImage image, BiConsumer<Caller, SharedImage> signal) {
        watchers.values().stream()
                .filter(watcher -> core.isVisible(watcher, image))
                .forEach(watcher -> signal.accept(watcher, image));
    }
}
