package org.vitrine.broker.registry;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.api.image.DrmFormat;

/**
 * Lists the formats that somebody can give or take, best first.
 *
 * @param modifiersByFourCc each FourCC code with its modifiers; empty for all formats there are
 * @param fourCcs the FourCC codes that count, with any modifier; empty for all
 */
public record FormatSet(Optional<Map<Long, List<Long>>> modifiersByFourCc, Optional<Set<Long>> fourCcs) {
    /** Takes every format. */
    public static final FormatSet ALL = new FormatSet(Optional.empty(), Optional.empty());

    /** Makes a set of the formats listed. */
    public static FormatSet of(Map<Long, List<Long>> modifiersByFourCc) {
        return new FormatSet(Optional.of(new LinkedHashMap<>(modifiersByFourCc)), Optional.empty());
    }

    /** Makes a set of FourCC codes with every modifier. */
    public static FormatSet ofFourCcs(Set<Long> fourCcs) {
        return new FormatSet(Optional.empty(), Optional.of(Set.copyOf(fourCcs)));
    }

    /** Returns whether a format is in the set. */
    public boolean includes(DrmFormat format) {
        long fourCc = format.fourCc().unsignedCode();
        return fourCcs.map(codes -> codes.contains(fourCc)).orElse(true)
                && modifiersByFourCc
                        .map(map -> map.getOrDefault(fourCc, List.of())
                                .contains(format.modifier().bits()))
                        .orElse(true);
    }

    /** Returns the formats that are in both sets, in this one's order. */
    public FormatSet and(FormatSet other) {
        Optional<Set<Long>> codes = fourCcs.isEmpty()
                ? other.fourCcs
                : Optional.of(intersect(fourCcs.get(), other.fourCcs.orElse(fourCcs.get())));
        Optional<Map<Long, List<Long>>> listed = modifiersByFourCc.isEmpty()
                ? other.modifiersByFourCc
                : Optional.of(
                        intersect(modifiersByFourCc.get(), other.modifiersByFourCc.orElse(modifiersByFourCc.get())));
        if (listed.isEmpty() || codes.isEmpty()) {
            return new FormatSet(listed, codes);
        }
        Map<Long, List<Long>> left = new LinkedHashMap<>(listed.get());
        left.keySet().retainAll(codes.get());
        return of(left);
    }

    private static Set<Long> intersect(Set<Long> mine, Set<Long> theirs) {
        Set<Long> both = new HashSet<>(mine);
        both.retainAll(theirs);
        return both;
    }

    private static Map<Long, List<Long>> intersect(Map<Long, List<Long>> mine, Map<Long, List<Long>> theirs) {
        Map<Long, List<Long>> both = new LinkedHashMap<>();
        mine.forEach((fourCc, modifiers) -> {
            List<Long> shared = modifiers.stream()
                    .filter(theirs.getOrDefault(fourCc, List.of())::contains)
                    .toList();
            if (!shared.isEmpty()) {
                both.put(fourCc, shared);
            }
        });
        return both;
    }

    /** Returns whether no format is left. */
    public boolean isEmpty() {
        return modifiersByFourCc.map(Map::isEmpty).orElse(false)
                || fourCcs.map(Set::isEmpty).orElse(false);
    }
}
