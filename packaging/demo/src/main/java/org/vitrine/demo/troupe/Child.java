package org.vitrine.demo.troupe;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs another program of the demo. Closing ends it, by force if it takes too long. */
public final class Child implements AutoCloseable {
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);
    private static final int KEPT_LINES = 40;
    private static final String ENDED = "\0ended";

    private final String name;
    private final Process process;
    private final BufferedWriter input;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private final Deque<String> errors = new ArrayDeque<>();

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name(name + "-output").start(this::readOutput);
        Thread.ofPlatform().daemon().name(name + "-errors").start(this::readErrors);
    }

    /** Starts a program; {@code busAddress} is its session bus unless it is empty. */
    public static Child start(String name, String busAddress, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (!busAddress.isEmpty()) {
            builder.environment().put("DBUS_SESSION_BUS_ADDRESS", busAddress);
        }
        try {
            return new Child(name, builder.start());
        } catch (IOException e) {
            throw new DemoFailure("The " + name + " can't be started: " + e.getMessage());
        }
    }

    /** Starts a Java program on this one's class path. */
    public static Child startJava(String name, String busAddress, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        return start(name, busAddress, command);
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for the next line of the program's output. */
    public String line(Duration patience) {
        try {
            String line = output.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw failure("says nothing for " + patience.toSeconds() + " s");
            }
            if (line.equals(ENDED)) {
                output.add(ENDED);
                throw failure("ended too early");
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted");
        }
    }

    /** Waits for the next report, which must be of that event. */
    public Report report(String event, Duration patience) {
        String line = line(patience);
        try {
            Report report = Report.parse(line);
            if (report.text("event").equals(event)) {
                return report;
            }
        } catch (IOException e) {
            throw failure("says something else than a report: " + line);
        }
        throw failure("should say " + event + ", not " + line);
    }

    public void command(String line) {
        try {
            input.write(line);
            input.newLine();
            input.flush();
        } catch (IOException e) {
            throw failure("does not listen");
        }
    }

    private DemoFailure failure(String what) {
        waitBriefly();
        String said;
        synchronized (errors) {
            said = String.join("\n  ", errors);
        }
        return new DemoFailure("The " + name + " " + what + (said.isEmpty() ? "." : ". It wrote:\n  " + said));
    }

    /** Lets the last words of a program that ends come in. */
    private void waitBriefly() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            // the process is gone
        } finally {
            output.add(ENDED);
        }
    }

    private void readErrors() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(this::keep);
        } catch (IOException | UncheckedIOException e) {
            keep("(" + e.getMessage() + ")");
        }
    }

    private void keep(String line) {
        synchronized (errors) {
            errors.add(line);
            if (errors.size() > KEPT_LINES) {
                errors.remove();
            }
        }
    }

    /** Closes the program's input and waits for it to end by itself. */
    public void finish() {
        try {
            input.close();
        } catch (IOException e) {
            throw failure("does not listen");
        }
        try {
            if (!process.waitFor(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted");
        }
        if (process.exitValue() != 0) {
            throw failure("ended with code " + process.exitValue());
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
