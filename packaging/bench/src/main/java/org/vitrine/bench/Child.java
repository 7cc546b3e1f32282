package org.vitrine.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that the bench runs. What it says beside its figures goes to a log. Closing ends it. */
final class Child implements AutoCloseable {
    /** The system property that names the log. */
    static final String LOG_PROPERTY = "vitrine.bench.log";

    private static final String MORE = "; see " + System.getProperty(LOG_PROPERTY);
    private static final int EXIT_PATIENCE_SECONDS = 120; // a JVM may write an AOT cache when it ends

    private final List<String> command;
    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private Child(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        this.output = process.inputReader();
        this.input = process.outputWriter();
    }

    static Child start(Map<String, String> environment, List<String> command) {
        return start(environment, new ProcessBuilder(command).redirectError(log()));
    }

    /** Start a program that says nothing the bench reads. */
    static Child startLogged(Map<String, String> environment, List<String> command) {
        return start(
                environment, new ProcessBuilder(command).redirectError(log()).redirectOutput(log()));
    }

    private static Child start(Map<String, String> environment, ProcessBuilder builder) {
        try {
            builder.environment().putAll(environment);
            return new Child(builder.command(), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Redirect log() {
        return Redirect.appendTo(new File(System.getProperty(LOG_PROPERTY, "/dev/null")));
    }

    /** Run a program to its end, and return the last line it wrote. */
    static String lastLine(Map<String, String> environment, List<String> command) {
        return Ended.run(environment, command).success(command).getLast();
    }

    /** Run a program that may not work on this machine: empty if it failed; the log says how. */
    static Optional<String> lastLineIfAny(Map<String, String> environment, List<String> command) {
        Ended ended = Ended.run(environment, command);
        return ended.hasWorked() ? Optional.of(ended.lines.getLast()) : Optional.empty();
    }

    /** Run a program to its end, and return what it wrote. */
    static String allLines(Map<String, String> environment, List<String> command) {
        return String.join("\n", Ended.run(environment, command).success(command));
    }

    /** What came of a program. */
    private record Ended(int exitCode, List<String> lines) {
        static Ended run(Map<String, String> environment, List<String> command) {
            try (Child child = start(environment, command)) {
                List<String> lines = child.output.lines().toList();
                return new Ended(child.awaitExit(), lines);
            }
        }

        boolean hasWorked() {
            return exitCode == 0 && !lines.isEmpty();
        }

        List<String> success(List<String> command) {
            if (!hasWorked()) {
                throw new IllegalStateException(command + " ended with " + exitCode + MORE);
            }
            return lines;
        }
    }

    String readLine() {
        try {
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException(command + " ended too early" + MORE);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Write a line to the program, and return the one that it answers. */
    String ask(String question) {
        try {
            input.write(question + "\n");
            input.flush();
            return readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read lines up to one that says "ready", and return those before it. */
    List<String> readUntilReady() {
        List<String> lines = new ArrayList<>();
        for (String line = readLine(); !line.equals("ready"); line = readLine()) {
            lines.add(line);
        }
        return lines;
    }

    long pid() {
        return process.pid();
    }

    /** Do something once the program has ended. */
    void onExit(Runnable then) {
        var _ = process.onExit().thenRun(then);
    }

    private int awaitExit() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** End the program as systemd does, and wait until it has ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(EXIT_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
