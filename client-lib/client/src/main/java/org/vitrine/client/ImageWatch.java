package org.vitrine.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Subscription;

/** Passes the broker's signals about images on to a listener. */
final class ImageWatch implements Subscription {
    private final List<Subscription> subscriptions = new ArrayList<>();

    static ImageWatch begin(Door door, Consumer1.Client<Fd, OwnedFd> consumer, ImageListener listener) {
        ImageWatch watch = new ImageWatch();
        watch.subscriptions.add(door.on(PortalPaths.ROOT, Consumer1.NAME, Consumer1.IMAGE_ADDED.name(), body -> {
            Consumer1.ImageAddedSignal<?> added = Consumer1.ImageAddedSignal.fromBody(body);
            listener.added(new ImageProperties(added.properties()).info(ImageId.of(added.image())));
        }));
        watch.subscriptions.add(door.on(PortalPaths.ROOT, Consumer1.NAME, Consumer1.IMAGE_CHANGED.name(), body -> {
            Consumer1.ImageChangedSignal<?> changed = Consumer1.ImageChangedSignal.fromBody(body);
            listener.changed(new ImageProperties(changed.properties()).info(ImageId.of(changed.image())));
        }));
        watch.subscriptions.add(door.on(
                PortalPaths.ROOT,
                Consumer1.NAME,
                Consumer1.IMAGE_REMOVED.name(),
                body -> listener.removed(
                        ImageId.of(Consumer1.ImageRemovedSignal.fromBody(body).image()))));
        Map<String, Variant<Fd>> options = new LinkedHashMap<>(ImageFilter.ALL.options());
        options.put("watch", Variant.of("b", true));
        Replies.await(consumer.listImages(options));
        return watch;
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
