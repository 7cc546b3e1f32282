package org.vitrine.broker.door;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.api.dbus.ObjectPath;

/** Lists object paths level by level, as introspection wants them. */
public final class PathTree {
    private PathTree() {}

    /** Returns the next element of every path that lies below one. */
    public static List<String> below(ObjectPath path, Stream<ObjectPath> paths) {
        String prefix = path.value().equals("/") ? "/" : path.value() + "/";
        Set<String> names = new LinkedHashSet<>();
        paths.map(ObjectPath::value)
                .filter(value -> value.startsWith(prefix) && value.length() > prefix.length())
                .map(value -> value.substring(prefix.length()))
                .forEach(rest -> names.add(rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/'))));
        return List.copyOf(names);
    }
}
