package org.vitrine.wire.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Asks GLib what it makes of messages, all in one process. */
final class GlibOracle {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private GlibOracle() {}

    static boolean isInstalled() throws IOException, InterruptedException {
        return Files.isExecutable(PYTHON)
                && new ProcessBuilder(PYTHON.toString(), "-c", "import gi")
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0;
    }

    /** Returns a line for each message: its two re-encodings in hexadecimal, or why it is refused. */
    static List<String> ask(List<byte[]> messages, Path folder) throws IOException, InterruptedException {
        Path script = folder.resolve("glib-oracle.py");
        try (InputStream resource = GlibOracle.class.getResourceAsStream("glib-oracle.py")) {
            Files.copy(Objects.requireNonNull(resource), script);
        }
        Path questions = folder.resolve("questions");
        Path answers = folder.resolve("answers");
        Files.write(questions, messages.stream().map(HexFormat.of()::formatHex).toList());
        Process python = new ProcessBuilder(PYTHON.toString(), script.toString())
                .redirectInput(questions.toFile())
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!python.waitFor(60, TimeUnit.SECONDS) || python.exitValue() != 0) {
            python.destroyForcibly();
            throw new IOException("GLib's process failed");
        }
        return Files.readAllLines(answers, UTF_8);
    }
}
