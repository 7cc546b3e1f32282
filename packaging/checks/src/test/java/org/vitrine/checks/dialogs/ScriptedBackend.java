package org.vitrine.checks.dialogs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.api.dbus.BusName;
import org.vitrine.checks.stage.Places;
import org.vitrine.checks.stage.Portal;
import org.vitrine.checks.stage.Program;
import org.vitrine.wire.testing.PrivateBus;

/** A portal backend, played by python-dbusmock, that answers as it is told to. Closing ends it. */
final class ScriptedBackend implements AutoCloseable {
    static final BusName NAME = new BusName("org.freedesktop.impl.portal.desktop.mock");

    private final Map<String, String> environment;
    private final Program program;

    private ScriptedBackend(Map<String, String> environment, Program program) {
        this.environment = environment;
        this.program = program;
    }

    /** Start, and wait until it is on the bus. */
    static ScriptedBackend start(PrivateBus bus) {
        Map<String, String> environment = Portal.environment(bus);
        String template = Places.ATTACKERS.resolve("access.py").toString();
        Program program = Program.start(
                environment,
                List.of("/usr/bin/python3", "-m", "dbusmock", "--session", "--logfile=/dev/null", "-t", template));
        Program.output(environment, List.of("gdbus", "wait", "--session", "--timeout=30", NAME.value()));
        return new ScriptedBackend(environment, program);
    }

    /** Say, as access.py describes it, what comes of the next dialog that nothing was said of. */
    ScriptedBackend act(String json) {
        mock("AddAct", json);
        return this;
    }

    /** Return what was asked, and what became of it, as JSON within the brackets of GVariant. */
    String dialogs() {
        return mock("Dialogs").replace("\\\"", "\"");
    }

    private String mock(String method, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "gdbus",
                "call",
                "--session",
                "--dest=" + NAME,
                "--object-path=/org/freedesktop/portal/desktop",
                "--method=org.freedesktop.DBus.Mock." + method));
        command.addAll(List.of(arguments));
        return Program.output(environment, command);
    }

    @Override
    public void close() {
        program.close();
    }
}
