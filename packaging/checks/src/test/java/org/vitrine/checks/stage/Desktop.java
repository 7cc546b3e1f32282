package org.vitrine.checks.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vitrine.wire.testing.PrivateBus;

/** A desktop that shows nothing: its dialogs answer as the test says, through python-dbusmock. Closing ends it. */
public final class Desktop implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final String NAME = "org.freedesktop.impl.portal.desktop.mock";
    private static final String PATH = "/org/freedesktop/portal/desktop";
    private static final Pattern DIALOG = Pattern.compile("app_id");

    private final Portal portal;
    private final Program mock;

    private Desktop(Portal portal, Program mock) {
        this.portal = portal;
        this.mock = mock;
    }

    /** Start one, and make it the one that brokers find when they start on that bus. */
    static Desktop on(PrivateBus bus) {
        write(bus.home().configHome().resolve("xdg-desktop-portal/portals.conf"), """
                [preferred]
                org.freedesktop.impl.portal.Access=mock
                """);
        write(bus.home().dataHome().resolve("xdg-desktop-portal/portals/mock.portal"), """
                [portal]
                DBusName=%s
                Interfaces=org.freedesktop.impl.portal.Access
                """.formatted(NAME));
        String template = Places.ATTACKERS.resolve("access.py").toString();
        List<String> command =
                List.of("/usr/bin/python3", "-B", "-m", "dbusmock", "--session", "--logfile=/dev/null", "-t", template);
        Desktop desktop = new Desktop(new Portal(bus), Program.start(Portal.environment(bus), command));
        if (!Eventually.holds(START_PATIENCE, () -> desktop.call("Dialogs").exitCode() == 0)) {
            throw new AssertionError("The desktop does not start");
        }
        return desktop;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user will say yes to the next dialog, and to nothing after it. */
    public void willAllowOnce() {
        answer("{\"response\": 0, \"remember\": \"no\"}");
    }

    /** The user will say yes to the next dialog, and that it holds always. */
    public void willAllowAlways() {
        answer("{\"response\": 0, \"remember\": \"always\"}");
    }

    /** The user will say no to the next dialog. */
    public void willRefuse() {
        answer("{\"response\": 1}");
    }

    private void answer(String act) {
        call("AddAct", "s", act).mustSucceed();
    }

    /** All dialogs so far, with what they said, as JSON. */
    public String dialogs() {
        return call("Dialogs").mustSucceed();
    }

    /** How many dialogs there were so far. */
    public int dialogCount() {
        return Math.toIntExact(DIALOG.matcher(dialogs()).results().count());
    }

    private Program.Result call(String method, String... signatureAndArguments) {
        List<String> call = List.of("call", NAME, PATH, "org.freedesktop.DBus.Mock", method);
        return portal.busctl(
                Stream.concat(call.stream(), Stream.of(signatureAndArguments)).toArray(String[]::new));
    }

    @Override
    public void close() {
        mock.close();
    }
}
