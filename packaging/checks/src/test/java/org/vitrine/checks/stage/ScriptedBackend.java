package org.vitrine.checks.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vitrine.api.dbus.BusName;
import org.vitrine.wire.testing.PrivateBus;

/** A portal backend, played by python-dbusmock, that answers as it is told to. Closing ends it. */
public final class ScriptedBackend implements AutoCloseable {
    public static final BusName NAME = new BusName("org.freedesktop.impl.portal.desktop.mock");

    private static final Pattern DIALOG = Pattern.compile("\"app_id\"");

    private final Map<String, String> environment;
    private final Program program;

    private ScriptedBackend(Map<String, String> environment, Program program) {
        this.environment = environment;
        this.program = program;
    }

    /** Start, and wait until it is on the bus. */
    public static ScriptedBackend start(PrivateBus bus) {
        Map<String, String> environment = Portal.environment(bus);
        String template = Places.ATTACKERS.resolve("access.py").toString();
        Program program = Program.start(
                environment,
                List.of(
                        "/usr/bin/python3",
                        "-B",
                        "-m",
                        "dbusmock",
                        "--session",
                        "--logfile=/dev/null",
                        "-t",
                        template));
        Program.output(environment, List.of("gdbus", "wait", "--session", "--timeout=30", NAME.value()));
        return new ScriptedBackend(environment, program);
    }

    /** Say, as access.py describes it, what comes of the next dialog that nothing was said of. */
    public ScriptedBackend act(String json) {
        mock("AddAct", json);
        return this;
    }

    /** Return what was asked, and what became of it, as JSON within the brackets of GVariant. */
    public String dialogs() {
        return mock("Dialogs").replace("\\\"", "\"");
    }

    /** Return how many dialogs were opened. */
    public int dialogCount() {
        return Math.toIntExact(DIALOG.matcher(dialogs()).results().count());
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
