package org.vitrine.broker.identity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the systemd unit that a process belongs to.
 *
 * @param name such as {@code app-org.example.App-1234.scope} or {@code sshd.service}
 * @param manager the user whose manager runs it; empty if that of the system does
 */
record SystemdUnit(String name, OptionalLong manager) {
    private static final String UNIFIED = "0::/";
    private static final String SLICE = ".slice";
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9:_.\\\\@-]{1,240}\\.(?:service|scope)");
    private static final Pattern USER_MANAGER = Pattern.compile("user@([0-9]{1,10})\\.service");

    /** The first group is the launcher, the second the id, as in systemd.io/DESKTOP_ENVIRONMENTS. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("app-(?:([A-Za-z0-9]+)-)?(.+?)-[A-Za-z0-9]*\\.scope"),
            Pattern.compile("app-(?:([A-Za-z0-9]+)-)?(.+?)(?:@[A-Za-z0-9]*|-autostart)?\\.service"));

    private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9a-fA-F]{2})");

    /**
     * Finds the unit in the text of {@code /proc/PID/cgroup} (cgroups(7)): the outermost one, as systemd made it. What
     * is below, the unit's own processes may have named as they like.
     */
    static Optional<SystemdUnit> of(String cgroup) {
        Deque<String> path = new ArrayDeque<>(cgroup.lines()
                .filter(line -> line.startsWith(UNIFIED))
                .map(line -> List.of(line.substring(UNIFIED.length()).split("/", -1)))
                .findFirst()
                .orElse(List.of()));
        Optional<String> outer = nextUnit(path);
        Optional<Matcher> user = outer.map(USER_MANAGER::matcher).filter(Matcher::matches);
        if (user.isEmpty()) {
            return outer.map(unit -> new SystemdUnit(unit, OptionalLong.empty()));
        }
        OptionalLong manager = OptionalLong.of(Long.parseLong(user.get().group(1)));
        return nextUnit(path)
                .map(unit -> new SystemdUnit(unit, manager))
                .or(() -> outer.map(unit -> new SystemdUnit(unit, OptionalLong.empty())));
    }

    private static Optional<String> nextUnit(Deque<String> path) {
        while (!path.isEmpty() && path.getFirst().endsWith(SLICE)) {
            path.removeFirst();
        }
        return Optional.ofNullable(path.pollFirst())
                .filter(name -> UNIT.matcher(name).matches());
    }

    /**
     * Reads the application id out of the name, where a desktop made the unit for an unsandboxed application of this
     * user. A unit that Flatpak or snapd made for a sandbox names none: who is in it without that sandbox is not that
     * application.
     */
    Optional<String> applicationId(long uid) {
        if (manager.isEmpty() || manager.getAsLong() != uid) {
            return Optional.empty();
        }
        return FORMS.stream()
                .map(form -> form.matcher(name))
                .filter(Matcher::matches)
                .findFirst()
                .filter(form -> !"flatpak".equals(form.group(1)) && !"snap".equals(form.group(1)))
                .flatMap(form -> unescaped(form.group(2)));
    }

    private static Optional<String> unescaped(String text) {
        String latin = ESCAPED.matcher(text)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
