package org.vitrine.api.dbus.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers' tools understand our XML. */
class ForeignToolsIT {
    private static final Path GDBUS_CODEGEN = Path.of("/usr/bin/gdbus-codegen");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"portal-door.xml", "admin-door.xml"})
    void gdbusCodegenMakesDocumentationAndC(String door) throws Exception {
        assumeTrue(Files.isExecutable(GDBUS_CODEGEN), "Debian's libglib2.0-dev-bin is not installed");
        String xml = Path.of("src", "main", "xml", door).toAbsolutePath().toString();

        assertThat(run("--generate-docbook", "door", xml)).isEmpty();
        assertThat(run("--generate-c-code", "door", "--c-namespace", "Door", xml))
                .isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("door.c", "door.h")
                    .anyMatch(name -> name.startsWith("door-org"));
        }
    }

    /** Returns what the tool complains of. */
    private String run(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(GDBUS_CODEGEN.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "took more than 60 s";
        }
        String complaint = Files.readString(output, StandardCharsets.UTF_8);
        return process.exitValue() == 0 ? complaint : complaint + " exit " + process.exitValue();
    }
}
