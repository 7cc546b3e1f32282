package org.vitrine.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.api.dbus.Variant;
import org.vitrine.fd.Fd;

/**
 * Says what is to be remembered of an answer, or is.
 *
 * @param persistence how long
 * @param restoreToken the token of what is remembered. Keep the last one that a session gave, and pass it when asking
 *     again; it is a secret
 */
public record Remembering(Persistence persistence, Optional<String> restoreToken) {
    /** Remembers nothing. */
    public static final Remembering NOTHING = new Remembering(Persistence.ONCE, Optional.empty());

    public Remembering {
        Objects.requireNonNull(persistence);
        Objects.requireNonNull(restoreToken);
    }

    /** Reads what a response says. */
    static Remembering of(Map<String, ? extends Variant<?>> results) {
        Variant<?> mode = results.get("persist_mode");
        Variant<?> token = results.get("restore_token");
        return new Remembering(
                mode != null && mode.value() instanceof Long number
                        ? Persistence.ofMode(number).orElse(Persistence.ONCE)
                        : Persistence.ONCE,
                token != null && token.value() instanceof String text ? Optional.of(text) : Optional.empty());
    }

    Map<String, Variant<Fd>> options() {
        Map<String, Variant<Fd>> options = new LinkedHashMap<>();
        if (persistence != Persistence.ONCE) {
            options.put("persist_mode", Variant.of("u", persistence.mode()));
        }
        restoreToken.ifPresent(token -> options.put("restore_token", Variant.of("s", token)));
        return options;
    }

    /** Leaves the token out: what is printed is read by others. */
    @Override
    public String toString() {
        return "Remembering[persistence=" + persistence + ", restoreToken="
                + (restoreToken.isPresent() ? "present" : "absent") + "]";
    }
}
