package org.vitrine.broker.grants.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds a row of a permission table. Anything can be in it: others write there too.
 *
 * @param permissions texts by application
 * @param data what is kept beside them, texts by application
 */
public record PermissionRow(Map<String, List<String>> permissions, Map<String, List<String>> data) {
    /** The row that is not there. */
    public static final PermissionRow NONE = new PermissionRow(Map.of(), Map.of());

    public PermissionRow {
        permissions = copyOf(permissions);
        data = copyOf(data);
    }

    /** Returns the texts of an application; none if it is not in the row. */
    public List<String> of(String app) {
        return permissions.getOrDefault(app, List.of());
    }

    /** Returns the row with these texts of an application, which is not in it any more if there are none. */
    public PermissionRow with(String app, List<String> texts) {
        if (texts.isEmpty()) {
            return without(app);
        }
        Map<String, List<String>> changed = new HashMap<>(permissions);
        changed.put(app, texts);
        return new PermissionRow(changed, data);
    }

    /** Returns the row without an application. */
    public PermissionRow without(String app) {
        Map<String, List<String>> changed = new HashMap<>(permissions);
        changed.remove(app);
        return new PermissionRow(changed, data);
    }

    /** Returns the row with other data. */
    public PermissionRow withData(Map<String, List<String>> other) {
        return new PermissionRow(permissions, other);
    }

    private static Map<String, List<String>> copyOf(Map<String, List<String>> lists) {
        return lists.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
