package org.vitrine.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs of the bench itself, each in a JVM of its own. */
final class OwnJvm {
    private OwnJvm() {}

    /** The command that runs a class as users' programs run. */
    static List<String> command(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
