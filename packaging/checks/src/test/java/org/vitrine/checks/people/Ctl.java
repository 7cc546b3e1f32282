package org.vitrine.checks.people;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.checks.stage.Program;
import org.vitrine.wire.testing.PrivateBus;

/** Runs vitrinectl as people do: in a process of its own. */
public final class Ctl {
    private final String bus;

    Ctl(PrivateBus bus) {
        this.bus = bus.address();
    }

    Program.Result run(String... arguments) {
        return Program.run(Map.of(), command(arguments));
    }

    /** Starts a command that stays, such as {@code share}. */
    Program start(String... arguments) {
        return Program.start(Map.of(), command(arguments));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(java("org.vitrine.cli.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--bus", bus));
        return command;
    }

    public static List<String> java(String mainClass) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass);
    }
}
