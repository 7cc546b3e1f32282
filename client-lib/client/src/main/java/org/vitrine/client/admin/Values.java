package org.vitrine.client.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;

/** Reads an {@code a{sv}} of the broker. What is absent or of another type counts as empty. */
record Values(Map<String, ? extends Variant<?>> map) {
    String text(String key) {
        return value(key) instanceof String text ? text : "";
    }

    long number(String key) {
        return value(key) instanceof Long number ? number : 0;
    }

    boolean flag(String key) {
        return value(key) instanceof Boolean flag && flag;
    }

    Optional<Instant> time(String key) {
        return value(key) instanceof Long ms ? Optional.of(Instant.ofEpochMilli(ms)) : Optional.empty();
    }

    /** Returns the number at the end of an object's path; 0 if there is none. */
    long serial(String key) {
        return value(key) instanceof ObjectPath path ? serial(path) : 0;
    }

    static long serial(ObjectPath path) {
        String text = path.value();
        try {
            return Long.parseLong(text.substring(text.lastIndexOf('/') + 1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @SuppressWarnings("unchecked")
    Values inner(String key) {
        return new Values(value(key) instanceof Map<?, ?> inner ? (Map<String, Variant<?>>) inner : Map.of());
    }

    List<?> list(String key) {
        return value(key) instanceof List<?> list ? list : List.of();
    }

    private @Nullable Object value(String key) {
        Variant<?> variant = map.get(key);
        return variant == null ? null : variant.value();
    }
}
