package org.vitrine.checks.dialogs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.BusName;
import org.vitrine.checks.stage.Portal;
import org.vitrine.checks.stage.Program;
import org.vitrine.wire.testing.PrivateBus;

/** The real backend of GTK, on a screen of ours. Closing ends it. */
final class GtkBackend implements AutoCloseable {
    static final BusName NAME = new BusName("org.freedesktop.impl.portal.desktop.gtk");

    /** What its windows are called by X11. */
    static final String WINDOW_CLASS = "xdg-desktop-portal-gtk";

    private final Program program;

    private GtkBackend(Program program) {
        this.program = program;
    }

    /** Start, and wait until it is on the bus. */
    static GtkBackend start(PrivateBus bus, Screen screen, Path home) {
        Map<String, String> environment = new HashMap<>(Portal.environment(bus));
        environment.putAll(screen.environment());
        environment.put("HOME", home.toString());
        environment.put("XDG_RUNTIME_DIR", home.toString());
        environment.put("GSETTINGS_BACKEND", "memory");
        environment.put("GIO_USE_VFS", "local");
        environment.put("GTK_THEME", "Adwaita");
        environment.put("NO_AT_BRIDGE", "1");
        environment.put("LC_ALL", "C.UTF-8");
        Program program = Program.start(environment, List.of("/usr/libexec/xdg-desktop-portal-gtk"));
        Program.output(environment, List.of("gdbus", "wait", "--session", "--timeout=30", NAME.value()));
        return new GtkBackend(program);
    }

    @Override
    public void close() {
        program.close();
    }
}
