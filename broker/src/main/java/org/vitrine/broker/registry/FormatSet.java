package org.vitrine.broker.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.image.DrmFormat;

/**
 * Lists the formats that somebody can give or take, best first.
 *
 * @param modifiersByFourCc each FourCC code with its modifiers; empty for all formats there are
 */
public record FormatSet(Optional<Map<Long, List<Long>>> modifiersByFourCc) {
    /** Takes every format. */
    public static final FormatSet ALL = new FormatSet(Optional.empty());

    /** Makes a set of the formats listed. */
    public static FormatSet of(Map<Long, List<Long>> modifiersByFourCc) {
        return new FormatSet(Optional.of(new LinkedHashMap<>(modifiersByFourCc)));
    }

    /** Returns whether a format is in the set. */
    public boolean includes(DrmFormat format) {
        if (modifiersByFourCc.isEmpty()) {
            return true;
        }
        List<Long> modifiers = modifiersByFourCc.get().get(format.fourCc().unsignedCode());
        return modifiers != null && modifiers.contains(format.modifier().bits());
    }

    /** Returns the formats that are in both sets, in this one's order. */
    public FormatSet and(FormatSet other) {
        if (other.modifiersByFourCc.isEmpty()) {
            return this;
        }
        if (modifiersByFourCc.isEmpty()) {
            return other;
        }
        Map<Long, List<Long>> theirs = other.modifiersByFourCc.get();
        Map<Long, List<Long>> both = new LinkedHashMap<>();
        modifiersByFourCc.get().forEach((fourCc, modifiers) -> {
            List<Long> shared = modifiers.stream()
                    .filter(theirs.getOrDefault(fourCc, List.of())::contains)
                    .toList();
            if (!shared.isEmpty()) {
                both.put(fourCc, shared);
            }
        });
        return of(both);
    }

    /** Returns whether no format is left. */
    public boolean isEmpty() {
        return modifiersByFourCc.isPresent() && modifiersByFourCc.get().isEmpty();
    }
}
