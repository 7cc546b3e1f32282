package org.vitrine.checks.stage;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vitrine.wire.testing.PrivateBus;

/**
 * The portal door, as a script sees it through busctl.
 *
 * @param address of the bus, or of a proxy before it
 */
public record Portal(String address) {
    public static final String NAME = "org.freedesktop.portal.Vitrine";
    public static final String ROOT = "/org/freedesktop/portal/vitrine";
    public static final String CONSUMER = "org.vitrine.Consumer1";
    public static final String PRODUCER = "org.vitrine.Producer1";
    private static final Pattern IMAGE = Pattern.compile(ROOT + "/image/\\d+");

    /** The door on the bus itself. */
    public Portal(PrivateBus bus) {
        this(bus.address());
    }

    /** The variables with which a program finds the bus. */
    public static Map<String, String> environment(PrivateBus bus) {
        return new Portal(bus).environment();
    }

    /** The variables with which a program finds the bus, or the proxy before it. */
    public Map<String, String> environment() {
        return Map.of("DBUS_SESSION_BUS_ADDRESS", address);
    }

    /** Run {@code busctl --user} with these arguments. */
    public Program.Result busctl(String... arguments) {
        return Program.run(environment(), prefixed(List.of("busctl", "--user", "--no-pager"), arguments));
    }

    /** Run {@code gdbus SUBCOMMAND} on the portal door's root with these further arguments. */
    public Program.Result gdbus(String subcommand, String... arguments) {
        List<String> prefix = List.of("gdbus", subcommand, "--session", "--dest", NAME, "--object-path", ROOT);
        return Program.run(environment(), prefixed(prefix, arguments));
    }

    /** Tell whether the broker answers a call within 5 s. */
    public boolean answers() {
        return busctl("--timeout=5", "call", NAME, ROOT, CONSUMER, "ListImages", "a{sv}", "0")
                        .exitCode()
                == 0;
    }

    /** The paths of the images that a script sees. */
    public List<String> images() {
        String reply = busctl("--json=short", "call", NAME, ROOT, CONSUMER, "ListImages", "a{sv}", "0")
                .mustSucceed();
        return IMAGE.matcher(reply).results().map(MatchResult::group).toList();
    }

    private static List<String> prefixed(List<String> prefix, String... arguments) {
        return Stream.concat(prefix.stream(), Stream.of(arguments)).toList();
    }
}
