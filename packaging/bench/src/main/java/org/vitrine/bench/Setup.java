package org.vitrine.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bench was started with.
 *
 * @param roadOnly whether only the roads and imports of pictures are measured
 * @param vm whether they are measured in the test machine too
 * @param rounds how often each side is measured
 * @param programs the folder of the C programs
 * @param broker the command that starts the broker, a JVM first
 */
record Setup(boolean roadOnly, boolean vm, int rounds, boolean json, Path programs, List<String> broker) {
    private static final int ROUNDS = 7;
    private static final int ROUNDS_QUICK = 3;

    Setup {
        broker = List.copyOf(broker);
        if (broker.isEmpty()) {
            throw new IllegalArgumentException("Name the broker's command after --");
        }
    }

    static Setup parse(List<String> arguments) {
        int separator = arguments.indexOf("--");
        List<String> options = arguments.subList(0, Math.max(separator, 0));
        Path programs = Path.of(options.getFirst());
        return new Setup(
                options.contains("--road"),
                !options.contains("--no-vm"),
                options.contains("--quick") ? ROUNDS_QUICK : ROUNDS,
                options.contains("--json"),
                programs,
                arguments.subList(separator + 1, arguments.size()));
    }

    /** Tells whether it was asked for the fewer rounds. */
    boolean quick() {
        return rounds == ROUNDS_QUICK;
    }

    /** The command of a C program. */
    List<String> program(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(programs.resolve(name).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The broker's command with these JVM flags added. */
    List<String> brokerWith(List<String> jvmFlags) {
        List<String> command = new ArrayList<>(broker);
        command.addAll(1, jvmFlags);
        return command;
    }
}
