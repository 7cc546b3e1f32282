package org.vitrine.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Subscription;

/** Passes the broker's signals about images on to a listener. */
final class ImageWatch implements Subscription {
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Runnable afterwards;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ImageWatch(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /**
     * Begins to listen; the broker has to be asked for the signals afterwards.
     *
     * @param afterwards what to do when it is closed
     */
    static ImageWatch begin(Door door, ImageListener listener, Runnable afterwards) {
        ImageWatch watch = new ImageWatch(afterwards);
        watch.on(door, Consumer1.IMAGE_ADDED, body -> {
            Consumer1.ImageAddedSignal<?> added = Consumer1.ImageAddedSignal.fromBody(body);
            listener.added(new ImageProperties(added.properties()).info(ImageId.of(added.image())));
        });
        watch.on(door, Consumer1.IMAGE_CHANGED, body -> {
            Consumer1.ImageChangedSignal<?> changed = Consumer1.ImageChangedSignal.fromBody(body);
            listener.changed(new ImageProperties(changed.properties()).info(ImageId.of(changed.image())));
        });
        watch.on(door, Consumer1.IMAGE_REMOVED, body -> {
            Consumer1.ImageRemovedSignal<?> removed = Consumer1.ImageRemovedSignal.fromBody(body);
            listener.removed(ImageId.of(removed.image()));
        });
        return watch;
    }

    /** Asks the broker for signals, or for no more. */
    static CompletionStage<?> ask(Consumer1.Client<Fd, OwnedFd> consumer, boolean wanted) {
        Map<String, Variant<Fd>> nothingButTheSwitch =
                Map.of("watch", Variant.of("b", wanted), "title", Variant.of("s", ""));
        return consumer.listImages(nothingButTheSwitch);
    }

    private void on(Door door, SignalDescription signal, Consumer<List<Object>> handler) {
        subscriptions.add(door.on(PortalPaths.ROOT, Consumer1.NAME, signal.name(), handler));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            subscriptions.forEach(Subscription::close);
            afterwards.run();
        }
    }
}
