package org.vitrine.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.api.image.FormatTable;
import org.vitrine.api.image.FourCc;

/** Reads the keys of a rule that bound what is allowed. */
final class ConstraintKeys {
    private static final String DURATION = "duration";
    private static final String CONSUMERS = "consumers";
    private static final String FORMATS = "formats";

    static final List<String> ALL = List.of(DURATION, CONSUMERS, FORMATS);

    private final TableReader table;

    ConstraintKeys(TableReader table) {
        this.table = table;
    }

    Constraints constraints(Effect effect, Set<Action> actions) throws PolicyFileException {
        for (String key : ALL) {
            table.require(
                    !table.has(key) || effect != Effect.DENY,
                    key,
                    key + " goes with allow and ask alone: what is denied needs no bounds");
            table.require(
                    !table.has(key) || actions.stream().anyMatch(Action::canBeAsked),
                    key,
                    key + " bounds read and write alone: add one of them to actions, or leave it out");
        }
        return new Constraints(
                duration(),
                table.optionalNumber(CONSUMERS, 1, Integer.MAX_VALUE).map(Math::toIntExact),
                formats());
    }

    private Optional<Duration> duration() throws PolicyFileException {
        Optional<String> text = table.optionalText(DURATION);
        Optional<Duration> duration = text.flatMap(DurationText::parse);
        table.require(
                text.isEmpty() || duration.isPresent(),
                DURATION,
                "unknown duration '" + text.orElse("")
                        + "': write a number above 0 and its unit, such as 30 s, 10 min, 2 h"
                        + " or 1 d, of at most 3650 d");
        return duration;
    }

    private List<String> formats() throws PolicyFileException {
        List<String> names = new ArrayList<>();
        names.addAll(table.words(
                FORMATS, ConstraintKeys::formatName, "a DRM format such as XRGB8888, or its four characters XR24"));
        return names;
    }

    private static Optional<String> formatName(String text) {
        try {
            FourCc format = FourCc.ofName(text);
            boolean known = FormatTable.names().contains(format.littleEndian().name());
            return known && !format.equals(FourCc.INVALID) ? Optional.of(format.name()) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
