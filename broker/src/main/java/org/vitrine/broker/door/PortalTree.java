package org.vitrine.broker.door;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.broker.core.Core;
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
        return below(path, Stream.concat(Stream.of(PortalPaths.ROOT), Stream.concat(images, own)));
    }

    /** Returns the next element of every path that lies below one. */
    static List<String> below(ObjectPath path, Stream<ObjectPath> paths) {
        String prefix = path.value().equals("/") ? "/" : path.value() + "/";
        Set<String> names = new LinkedHashSet<>();
        paths.map(ObjectPath::value)
                .filter(value -> value.startsWith(prefix) && value.length() > prefix.length())
                .map(value -> value.substring(prefix.length()))
                .forEach(rest -> names.add(rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/'))));
        return List.copyOf(names);
    }
}
