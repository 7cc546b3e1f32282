package org.vitrine.checks.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.wire.testing.PrivateBus;

/** A desktop that shows nothing: its dialogs answer as the test says. Closing ends it. */
public final class Desktop implements AutoCloseable {
    private final ScriptedBackend backend;

    private Desktop(ScriptedBackend backend) {
        this.backend = backend;
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
                """.formatted(
                        ScriptedBackend.NAME));
        return new Desktop(ScriptedBackend.start(bus));
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
        backend.act("{\"response\": 0, \"remember\": \"no\"}");
    }

    /** The user will say yes to the next dialog, and that it holds while the app runs. */
    public void willAllowWhileItRuns() {
        backend.act("{\"response\": 0, \"remember\": \"session\"}");
    }

    /** The user will say yes to the next dialog, and that it holds always. */
    public void willAllowAlways() {
        backend.act("{\"response\": 0, \"remember\": \"always\"}");
    }

    /** The user will say no to the next dialog. A dialog that nothing was said of stays open. */
    public void willRefuse() {
        backend.act("{\"response\": 1}");
    }

    /** All dialogs so far, with what they said, as JSON. */
    public String dialogs() {
        return backend.dialogs();
    }

    /** How many dialogs there were so far. */
    public int dialogCount() {
        return backend.dialogCount();
    }

    @Override
    public void close() {
        backend.close();
    }
}
