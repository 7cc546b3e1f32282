package org.vitrine.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.vitrine.demo.troupe.Report;

/** Talks with the parent: its commands come line by line on standard input, answers go to standard output. */
final class Commands {
    private static final String END = "end";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Commands() {}

    static Commands listen() {
        Commands commands = new Commands();
        Thread.ofPlatform().daemon().name("commands").start(commands::read);
        return commands;
    }

    private void read() {
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            input.lines().forEach(lines::add);
        } catch (IOException e) {
            System.err.println("The parent can't be heard: " + e);
        } finally {
            lines.add(END);
        }
    }

    /** Returns the next command if there is one in time; {@code end} for ever once the parent is gone. */
    Optional<String> next(long patienceMs) throws InterruptedException {
        String line = lines.poll(Math.max(0, patienceMs), TimeUnit.MILLISECONDS);
        if (END.equals(line)) {
            lines.add(END);
        }
        return Optional.ofNullable(line);
    }

    static boolean isEnd(String command) {
        return command.equals(END);
    }

    static void tell(Report report) {
        System.out.println(report.json(false));
        System.out.flush();
    }
}
