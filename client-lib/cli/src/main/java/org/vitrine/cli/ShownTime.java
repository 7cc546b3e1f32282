package org.vitrine.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Shows times to people, in the zone that they live in. */
final class ShownTime {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private ShownTime() {}

    static String of(Instant time) {
        return FORM.withZone(ZoneId.systemDefault()).format(time);
    }

    static String of(Optional<Instant> time) {
        return time.map(ShownTime::of).orElse("-");
    }
}
