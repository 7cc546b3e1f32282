package org.vitrine.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.client.ConnectOptions;
import org.vitrine.client.Vitrine;
import org.vitrine.client.admin.AdminDoor;
import org.vitrine.client.admin.AdminOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Holds what every command takes. */
@Command(
        name = "vitrinectl",
        description = "Share images with other programs, look at theirs, and decide who may look at yours.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused, or not found",
            "2:wrong usage",
            "69:no broker, or no bus (the text says how to start it)"
        },
        footer = {
            "",
            "Examples:",
            "  vitrinectl share photo.jpg --title Holidays",
            "  vitrinectl list",
            "  vitrinectl grab Holidays -o out.png",
            "  vitrinectl sessions",
            "  vitrinectl revoke --app org.example.Viewer"
        })
public final class RootCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--bus",
            paramLabel = "ADDRESS",
            scope = ScopeType.INHERIT,
            description = "The D-Bus address of the bus, such as unix:path=/run/user/1000/bus."
                    + " Without it: the session bus.")
    private Optional<String> bus = Optional.empty();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print JSON: results on standard output, errors on standard error.")
    private boolean json;

    RootCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns where to write. */
    public Terminal terminal() {
        return terminal;
    }

    /** Returns whether to write JSON. */
    public boolean json() {
        return json;
    }

    /** Connects to the broker. The caller closes it. */
    Vitrine connect() {
        return reach(() -> Vitrine.connect(bus.map(ConnectOptions::ofBus).orElseGet(ConnectOptions::session)));
    }

    /** Connects to the broker's admin door. The caller closes it. */
    AdminDoor connectAdmin() {
        return reach(() -> AdminDoor.connect(bus.map(AdminOptions::ofBus).orElseGet(AdminOptions::session)));
    }

    private <T> T reach(Supplier<T> connect) {
        try {
            return connect.get();
        } catch (VitrineException e) {
            if (e.name() == ErrorName.DISCONNECTED) {
                throw Failures.noBus(bus.orElse("DBUS_SESSION_BUS_ADDRESS"));
            }
            throw e;
        } catch (IllegalArgumentException notAnAddress) {
            throw Failures.noBus(bus.orElse("DBUS_SESSION_BUS_ADDRESS"));
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do, such as share, list, grab or sessions.");
    }
}
