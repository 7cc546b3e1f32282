package org.vitrine.checks.road;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.checks.stage.Program;
import org.vitrine.checks.stage.Stage;

/** Starts programs of ours in a process of their own, with the flags that suit the test machine. */
final class JavaProgram {
    private JavaProgram() {}

    /** Starts one that finds the stage's bus. */
    static Program start(Stage stage, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return Program.start(stage.portal().environment(), command);
    }
}
