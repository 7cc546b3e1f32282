package org.vitrine.broker.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the application id out of the name of a systemd user unit, as desktops form it
 * (systemd.io/DESKTOP_ENVIRONMENTS).
 */
final class SystemdUnit {
    private static final Pattern SCOPE = Pattern.compile("app-(?:[A-Za-z0-9]+-)?(.+)-[A-Za-z0-9]+\\.scope");
    private static final Pattern SERVICE = Pattern.compile("app-(?:[A-Za-z0-9]+-)?([^@]+)(?:@[^@]*)?\\.service");
    private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9a-fA-F]{2})");
    private static final String UNIFIED = "0::";

    private SystemdUnit() {}

    /** Finds the id in the text of {@code /proc/PID/cgroup} (cgroups(7)). */
    static Optional<String> applicationId(String cgroup) {
        return cgroup.lines()
                .filter(line -> line.startsWith(UNIFIED))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .findFirst()
                .flatMap(SystemdUnit::ofUnit);
    }

    private static Optional<String> ofUnit(String unit) {
        for (Pattern form : new Pattern[] {SCOPE, SERVICE}) {
            Matcher matcher = form.matcher(unit);
            if (matcher.matches()) {
                return Optional.of(unescape(matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    private static String unescape(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }
}
