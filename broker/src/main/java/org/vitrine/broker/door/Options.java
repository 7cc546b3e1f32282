package org.vitrine.broker.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.registry.FormatSet;
import org.vitrine.broker.registry.HandleToken;
import org.vitrine.policy.Action;

/**
 * Reads the {@code a{sv}} of a call. Unknown keys are ignored; a known key of another type than documented is refused
 * with InvalidArgument.
 */
public final class Options {
    private static final int MAX_FORMATS = 64;
    private static final int MAX_RESTORE_TOKEN_CHARACTERS = 128;
    private static final int MAX_MODIFIERS = 64;

    private final Map<String, ? extends Variant<?>> values;

    /** Reads these. */
    public Options(Map<String, ? extends Variant<?>> values) {
        this.values = values;
    }

    /** Reads a text. */
    public Optional<String> text(String key) {
        return find(key, "s").map(String.class::cast);
    }

    /** Reads a text that people will see. */
    public Optional<String> shownText(String key, int maxCharacters) {
        Optional<String> text = text(key);
        text.ifPresent(value -> ShownText.check(key, value, maxCharacters));
        return text;
    }

    /** Reads a truth value. */
    public Optional<Boolean> flag(String key) {
        return find(key, "b").map(Boolean.class::cast);
    }

    /** Reads an unsigned 32-bit number. */
    public Optional<Long> uint32(String key) {
        return find(key, "u").map(Long.class::cast);
    }

    /** Reads an unsigned 64-bit number, as its bits. */
    public Optional<Long> uint64(String key) {
        return find(key, "t").map(Long.class::cast);
    }

    /** Reads a list of texts. */
    public Optional<List<String>> texts(String key) {
        return find(key, "as")
                .map(value -> ((List<?>) value).stream().map(String.class::cast).toList());
    }

    /** Reads a list of structs. */
    public Optional<List<?>> structs(String key, String signature) {
        return find(key, signature).map(value -> (List<?>) value);
    }

    /** Reads a handle token. */
    public Optional<HandleToken> token(String key) {
        return text(key).map(HandleToken::new);
    }

    /** Reads the option access: read if absent. */
    public Action access() {
        return accessOf(text("access").orElse(Action.READ.word()));
    }

    /** Reads the word for read or write. */
    public static Action accessOf(String word) {
        return switch (word) {
            case "read" -> Action.READ;
            case "write" -> Action.WRITE;
            default -> throw invalid("access is read or write");
        };
    }

    /** Reads the option persist_mode: not at all if absent. */
    public Persistence persistence() {
        long mode = uint32("persist_mode").orElse(Persistence.ONCE.mode());
        return Persistence.ofMode(mode).orElseThrow(() -> invalid("persist_mode is 0, 1 or 2"));
    }

    /** Reads the option restore_token; one that was never given out is not good, and no error. */
    public Optional<String> restoreToken() {
        Optional<String> token = text("restore_token");
        if (token.isPresent() && token.get().length() > MAX_RESTORE_TOKEN_CHARACTERS) {
            throw invalid("restore_token has at most " + MAX_RESTORE_TOKEN_CHARACTERS + " characters");
        }
        return token;
    }

    /** Reads the option formats; empty if it is absent. */
    public Optional<FormatSet> formats() {
        return find("formats", "a(uat)").map(value -> formatSet((List<?>) value));
    }

    private static FormatSet formatSet(List<?> offers) {
        if (offers.isEmpty() || offers.size() > MAX_FORMATS) {
            throw invalid("formats lists 1 to " + MAX_FORMATS + " FourCC codes; leave it out for all");
        }
        Map<Long, List<Long>> formats = new LinkedHashMap<>();
        for (Object offer : offers) {
            List<?> fields = (List<?>) offer;
            List<Long> modifiers = ((List<?>) fields.get(1))
                    .stream().map(Long.class::cast).distinct().toList();
            if (modifiers.isEmpty() || modifiers.size() > MAX_MODIFIERS) {
                throw invalid("formats gives each FourCC code 1 to " + MAX_MODIFIERS + " modifiers; 0 is linear");
            }
            if (formats.putIfAbsent((Long) fields.get(0), modifiers) != null) {
                throw invalid("formats names each FourCC code once");
            }
        }
        return FormatSet.of(formats);
    }

    private Optional<Object> find(String key, String signature) {
        Variant<?> variant = values.get(key);
        if (variant == null) {
            return Optional.empty();
        }
        if (!variant.signature().value().equals(signature)) {
            throw invalid(key + " has type " + variant.signature().value() + ", it must be of type " + signature);
        }
        return Optional.of(variant.value());
    }

    /** Makes the answer to a value that makes no sense. */
    public static VitrineException invalid(String text) {
        return new VitrineException(ErrorName.INVALID_ARGUMENT, text);
    }
}
