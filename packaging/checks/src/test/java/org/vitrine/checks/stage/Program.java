package org.vitrine.checks.stage;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A program that runs beside the test. Closing kills it if it still runs. */
public final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Patience.ofSeconds(100);

    private final List<String> command;
    private final Process process;
    private final Path errors;
    private final BufferedReader output;
    private final BufferedWriter input;

    private Program(List<String> command, Process process, Path errors) {
        this.command = command;
        this.process = process;
        this.errors = errors;
        this.output = process.inputReader();
        this.input = process.outputWriter();
    }

    /** Start a program with these variables added to its environment. */
    public static Program start(Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(Places.OUT);
            Path errors = Files.createTempFile(Places.OUT, "program-", ".stderr");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            return new Program(command, builder.start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Run a program to its end. */
    public static Result run(Map<String, String> environment, List<String> command) {
        try (Program program = start(environment, command)) {
            return program.finish();
        }
    }

    /** Run a program that must succeed, and return what it wrote. */
    public static String output(Map<String, String> environment, List<String> command) {
        return run(environment, command).mustSucceed();
    }

    public Process process() {
        return process;
    }

    /** Return the next line that the program writes. */
    public String readLine() {
        @Nullable String line = withinPatience(CompletableFuture.supplyAsync(this::nextLine));
        if (line == null) {
            throw new AssertionError(command + " ended without the line that was expected: " + errorText());
        }
        return line;
    }

    /** Write a line into the program's input. */
    public void type(String line) {
        try {
            input.write(line);
            input.newLine();
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** End the program's input, and let it run to its end. */
    public Result finish() {
        try {
            input.close();
        } catch (IOException e) {
            return finishUnasked(); // it has ended already, and with it its input
        }
        return finishUnasked();
    }

    private Result finishUnasked() {
        String text = withinPatience(CompletableFuture.supplyAsync(
                () -> String.join("\n", output.lines().toList())));
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(command + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command + " was interrupted", e);
        }
        return new Result(command, process.exitValue(), text, errorText());
    }

    private @Nullable String nextLine() {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T withinPatience(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command + " was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not answer: " + errorText(), e);
        }
    }

    private String errorText() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /**
     * What came of a program.
     *
     * @param output what it wrote, without the last line's end
     * @param errors what it wrote to its standard error
     */
    public record Result(List<String> command, int exitCode, String output, String errors) {
        /** Return what the program wrote; fails the test if it did not succeed. */
        public String mustSucceed() {
            if (exitCode != 0) {
                throw new AssertionError(command + " ended with " + exitCode + ":\n" + output + "\n" + errors);
            }
            return output;
        }
    }
}
