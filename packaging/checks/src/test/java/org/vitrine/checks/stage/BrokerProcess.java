package org.vitrine.checks.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vitrine.wire.testing.PrivateBus;

/** The broker, in a process of its own, started with the command that ships. Closing ends it. */
public final class BrokerProcess implements AutoCloseable {
    private static final Pattern HISTOGRAM_TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);
    private static final String MAIN = "org.vitrine.broker.boot.Main";

    private final Process process;
    private final Path log;

    private BrokerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Start a broker that lives in the bus's home, save that its rules are below this folder; it may not yet answer.
     */
    public static BrokerProcess start(PrivateBus bus, Path configHome, List<String> jvmFlags) {
        Map<String, String> environment = new HashMap<>(Portal.environment(bus));
        environment.put("XDG_CONFIG_HOME", configHome.toString());
        return start(bus, command(jvmFlags), environment);
    }

    /** The command that starts a broker whose JVM gets these flags beside the ones that ship. */
    public static List<String> command(List<String> jvmFlags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        return command;
    }

    /** Start a broker that lives in the bus's home, with a command of one's own. */
    public static BrokerProcess start(PrivateBus bus, List<String> command, Map<String, String> environment) {
        try {
            Files.createDirectories(Places.OUT);
            Path log = Files.createTempFile(Places.OUT, "broker-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            bus.home().applyTo(builder.environment());
            builder.environment().putAll(environment);
            return new BrokerProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Process process() {
        return process;
    }

    /** Wait for the broker's end, and return its exit code; fails the test if it lives on. */
    public int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The broker lives on after " + patience + "\n" + logText());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
        return process.exitValue();
    }

    /** What the broker has open, by number, save jars: those are opened when a class is first needed. */
    public Map<Integer, String> descriptors() {
        Map<Integer, String> open = allDescriptors();
        open.values().removeIf(target -> target.endsWith(".jar"));
        return open;
    }

    /** Everything that the broker has open, by number. */
    public Map<Integer, String> allDescriptors() {
        Map<Integer, String> open = new HashMap<>();
        try (Stream<Path> links = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            links.forEach(link -> target(link)
                    .forEach(target ->
                            open.put(Integer.valueOf(link.getFileName().toString()), target)));
        } catch (IOException e) {
            throw new UncheckedIOException("The broker is gone\n" + logText(), e);
        }
        return open;
    }

    private static Stream<String> target(Path link) {
        try {
            return Stream.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Stream.empty(); // closed since it was listed
        }
    }

    /** How many bytes the broker's live objects take, after a full garbage collection. */
    public long liveHeapBytes() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
        String histogram = Program.output(Map.of(), List.of(jcmd, Long.toString(process.pid()), "GC.class_histogram"));
        Matcher total = HISTOGRAM_TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new AssertionError("No total in " + histogram);
        }
        return Long.parseLong(total.group(1));
    }

    /** What the broker wrote. */
    public String logText() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
