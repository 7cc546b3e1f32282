package org.vitrine.checks.systembus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vitrine.checks.stage.BrokerProcess;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.Places;
import org.vitrine.checks.stage.Portal;
import org.vitrine.checks.stage.Program;
import org.vitrine.wire.testing.PrivateBus;

/**
 * A private bus with the rules of a system bus and Vitrine's own, and a broker of an ordinary user on it, with the
 * rights that its systemd unit gives. Programs of all users reach it. Closing ends all.
 */
final class SystemStage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path POLICY = Places.PROJECT.resolve("packaging/dbus/org.freedesktop.portal.Vitrine.conf");
    private static final Path SHIPPED_RULES =
            Places.PROJECT.resolve("policy/src/main/resources/org/vitrine/policy/default-rules.toml");

    /** What the broker's unit gives it. The last one lets it look for its own files in folders that are root's. */
    private static final List<String> RIGHTS = List.of(
            "--inh-caps=+sys_ptrace,+dac_read_search",
            "--ambient-caps=+sys_ptrace,+dac_read_search",
            "--securebits=+no_setuid_fixup");

    /** The parts of Debian's /usr/share/dbus-1/system.conf that decide who may send what. */
    private static final String AS_ON_THE_SYSTEM_BUS = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>system</type>
              <listen>unix:tmpdir=/tmp</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow user="*"/>
                <deny own="*"/>
                <deny send_type="method_call"/>
                <allow send_type="signal"/>
                <allow send_requested_reply="true" send_type="method_return"/>
                <allow send_requested_reply="true" send_type="error"/>
                <allow receive_type="method_call"/>
                <allow receive_type="method_return"/>
                <allow receive_type="error"/>
                <allow receive_type="signal"/>
                <allow send_destination="org.freedesktop.DBus" send_interface="org.freedesktop.DBus"/>
                <allow send_destination="org.freedesktop.DBus" send_interface="org.freedesktop.DBus.Properties"/>
              </policy>
              <include>POLICY</include>
            </busconfig>
            """;

    private final Path folder;
    private final Path rules;
    private final PrivateBus bus;
    private final BrokerProcess broker;

    private SystemStage(Path folder) throws IOException {
        this.folder = folder;
        // the user vitrine is not there on a machine that only builds: another one takes its place
        Path policy = Files.writeString(
                folder.resolve("policy.conf"), Files.readString(POLICY).replace("user=\"vitrine\"", "user=\"daemon\""));
        Path configuration = Files.writeString(
                folder.resolve("system.conf"), AS_ON_THE_SYSTEM_BUS.replace("POLICY", policy.toString()));
        copyPrograms();
        this.rules = Files.writeString(folder.resolve("rules.toml"), "");
        Path shipped = Files.copy(SHIPPED_RULES, folder.resolve("shipped.toml"));
        readable(rules, shipped);
        this.bus = PrivateBus.start(configuration);
        Files.setPosixFilePermissions(busFolder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = Stream.concat(
                        BrokerProcess.command(List.of()).stream(),
                        Stream.of(
                                "--system",
                                "--bus=" + bus.address(),
                                "--admin-group=video",
                                "--state=" + state(),
                                "--rules=" + shipped,
                                "--rules=" + rules))
                .toList();
        this.broker = BrokerProcess.start(bus, LocalUser.DAEMON.running(RIGHTS, command), Map.of());
    }

    /** Where the broker keeps what it keeps, which is nobody else's. */
    private Path state() throws IOException {
        Path state = Files.createDirectory(folder.resolve("state"));
        Files.setOwner(
                state, state.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));
        return state;
    }

    static SystemStage open() {
        try {
            Path folder = Files.createTempDirectory("vitrine-system");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            SystemStage stage = new SystemStage(folder);
            stage.awaitBroker();
            return stage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitBroker() {
        boolean answers =
                Eventually.holds(PATIENCE, () -> run(LocalUser.ROOT, "admin").equals("ok"));
        if (!answers) {
            String log = broker.logText();
            close();
            throw new AssertionError("The broker does not answer\n" + log);
        }
    }

    /** Programs of other users may not look into the folder of the project. */
    private void copyPrograms() throws IOException {
        try (Stream<Path> scripts = Files.list(Places.ATTACKERS)) {
            for (Path script : scripts.filter(Files::isRegularFile).toList()) {
                readable(Files.copy(script, folder.resolve(script.getFileName().toString())));
            }
        }
    }

    private static void readable(Path... files) throws IOException {
        for (Path file : files) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** Ask something while the broker does nothing at all. */
    String whileBrokerIsStopped(Supplier<String> question) {
        signal("STOP");
        try {
            return question.get();
        } finally {
            signal("CONT");
        }
    }

    private void signal(String name) {
        Program.output(
                Map.of(),
                List.of("kill", "-" + name, Long.toString(broker.process().pid())));
    }

    /** Put rules in force in place of those that were; the shipped ones stay. */
    void replaceRules(String toml) {
        try {
            Files.writeString(rules, toml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Program.output(
                Map.of("DBUS_SYSTEM_BUS_ADDRESS", bus.address()),
                List.of(
                        "busctl",
                        "call",
                        "org.vitrine.Admin",
                        "/org/vitrine/Admin",
                        "org.vitrine.Admin1",
                        "ReloadPolicy"));
    }

    /** Run other_user.py as a user, and return what it says. */
    String run(LocalUser user, String... arguments) {
        return Program.output(Portal.environment(bus), python(user, "other_user.py", arguments));
    }

    /** Start one of the attackers as a user. */
    Program start(LocalUser user, String script, String... arguments) {
        return Program.start(Portal.environment(bus), python(user, script, arguments));
    }

    /** Start one of the attackers as a user, in a sandbox as Flatpak makes them, but before the bus itself. */
    Program startSandboxed(LocalUser user, String app, String script, String... arguments) {
        Path info = folder.resolve(app);
        try {
            Files.writeString(info, "[Application]\nname=" + app + "\n");
            Files.setPosixFilePermissions(info, PosixFilePermissions.fromString("rw-------"));
            Files.setAttribute(info, "unix:uid", user.uid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream<String> sandbox = Stream.of(
                "bwrap --ro-bind /usr /usr --symlink usr/bin /bin --symlink usr/lib /lib --symlink usr/lib64 /lib64"
                        + " --dev /dev --proc /proc --die-with-parent",
                "--bind " + busFolder() + " " + busFolder(),
                "--ro-bind " + folder + " " + folder,
                "--ro-bind " + info + " /.flatpak-info",
                "-- /usr/bin/python3 -B " + folder.resolve(script));
        Stream<String> command =
                Stream.concat(sandbox.flatMap(part -> Stream.of(part.split(" ", -1))), Stream.of(arguments));
        return Program.start(Portal.environment(bus), user.running(command.toList()));
    }

    private Path busFolder() {
        return Path.of(bus.address().replaceAll("unix:path=([^,]*)/[^/]*,.*", "$1"));
    }

    private List<String> python(LocalUser user, String script, String... arguments) {
        Stream<String> python =
                Stream.of("/usr/bin/python3", "-B", folder.resolve(script).toString());
        return user.running(Stream.concat(python, Stream.of(arguments)).toList());
    }

    @Override
    public void close() {
        broker.close();
        bus.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
