package org.vitrine.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people write them. */
final class DurationText {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8}) ?(s|min|h|d)");
    private static final Duration MOST = Duration.ofDays(3650);

    private DurationText() {}

    /** Reads a number and one of s, min, h and d; empty if it is neither that nor within ten years. */
    static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(form.group(1));
        Duration duration = switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        return Optional.of(duration).filter(read -> read.compareTo(MOST) <= 0);
    }
}
