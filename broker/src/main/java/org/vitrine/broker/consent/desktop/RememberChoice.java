package org.vitrine.broker.consent.desktop;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.Variant;
import org.vitrine.broker.grants.Persistence;

/** The one thing to choose in the dialog beside yes and no: how long the answer holds. */
enum RememberChoice {
    NO(Persistence.ONCE, "no", "Only this time"),
    SESSION(Persistence.WHILE_RUNNING, "session", "While the app runs"),
    ALWAYS(Persistence.UNTIL_REVOKED, "always", "Always");

    private static final String ID = "remember";
    private static final String LABEL = "How long your answer holds";

    private final Persistence persistence;
    private final String value;
    private final String label;

    RememberChoice(Persistence persistence, String value, String label) {
        this.persistence = persistence;
        this.value = value;
        this.label = label;
    }

    Persistence persistence() {
        return persistence;
    }

    /** Offers the choice, as {@code a(ssa(ss)s)}. */
    static List<Object> offer(Persistence preselected) {
        List<List<String>> values = Arrays.stream(values())
                .map(choice -> List.of(choice.value, choice.label))
                .toList();
        String initial = Arrays.stream(values())
                .filter(choice -> choice.persistence == preselected)
                .map(choice -> choice.value)
                .findFirst()
                .orElse(NO.value);
        return List.of(List.of(ID, LABEL, values, initial));
    }

    /**
     * Finds what was chosen. KDE's backend has {@code choices} as {@code a(ss)}, GTK's and GNOME's as {@code a{sv}};
     * GNOME Shell has each choice as a key of its own.
     *
     * @return empty if nothing was, or nothing that was offered
     */
    static Optional<RememberChoice> in(Map<String, ? extends Variant<?>> results) {
        return text(results.get(ID)).or(() -> ofChoices(results.get("choices"))).flatMap(RememberChoice::ofValue);
    }

    private static Optional<String> ofChoices(@Nullable Variant<?> choices) {
        if (choices == null) {
            return Optional.empty();
        }
        return switch (choices.signature().value()) {
            case "a(ss)" ->
                ((List<?>) choices.value())
                        .stream()
                                .map(pair -> (List<?>) pair)
                                .filter(pair -> ID.equals(pair.get(0)))
                                .map(pair -> (String) pair.get(1))
                                .findFirst();
            case "a{sv}" -> text((Variant<?>) ((Map<?, ?>) choices.value()).get(ID));
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(@Nullable Variant<?> variant) {
        return variant != null && variant.value() instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<RememberChoice> ofValue(String value) {
        return Arrays.stream(values())
                .filter(choice -> choice.value.equals(value))
                .findFirst();
    }
}
