package org.vitrine.broker.door.portal;

import java.util.List;
import java.util.stream.Stream;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.PathTree;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.PortalPaths;
import org.vitrine.broker.registry.SharedImage;

/** Lists the object paths that a caller can see, level by level. */
final class PortalTree {
    private PortalTree() {}

    static List<String> children(Core core, Caller caller, ObjectPath path) {
        Stream<ObjectPath> images = core.registry().images().stream()
                .filter(image -> core.isVisible(caller, image))
                .map(SharedImage::path);
        Stream<ObjectPath> own = core.registry().ownPaths(caller).stream();
        return PathTree.below(path, Stream.concat(Stream.of(PortalPaths.ROOT), Stream.concat(images, own)));
    }
}
