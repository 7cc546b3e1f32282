package org.vitrine.api.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the installed {@code drm_fourcc.h}, with the C compiler where a constant is more than a FourCC.
 *
 * <p>Debian has the header in libdrm-dev, other systems in the kernel's own headers. The environment variable
 * {@code DRM_FOURCC_H} names another one, such as that of a newer kernel.
 */
record DrmFourccHeader(Path path, String text) {

    private static final Pattern FORMAT =
            Pattern.compile("#define\\s+DRM_FORMAT_(\\w+)\\s+fourcc_code\\('(.)',\\s*'(.)',\\s*'(.)',\\s*'(.)'\\)");
    private static final Pattern MODIFIER =
            Pattern.compile("#define\\s+((?:DRM|I915)_FORMAT_MOD_(?!VENDOR_|ARM_TYPE_)\\w+|AMD_FMT_MOD)\\s(?!\\s*\\()");

    static Optional<DrmFourccHeader> installed() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("DRM_FOURCC_H")).orElse("/usr/include/drm/drm_fourcc.h"),
                        "/usr/include/drm/drm_fourcc.h",
                        "/usr/include/libdrm/drm_fourcc.h")
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .map(DrmFourccHeader::read);
    }

    /** Returns the code of each format by its name without {@code DRM_FORMAT_}. */
    Map<String, String> formatCharacters() {
        Map<String, String> formats = new LinkedHashMap<>();
        Matcher matcher = FORMAT.matcher(text);
        while (matcher.find()) {
            formats.put(matcher.group(1), matcher.group(2) + matcher.group(3) + matcher.group(4) + matcher.group(5));
        }
        return formats;
    }

    /** Returns the names of all modifiers that take no parameters. */
    List<String> modifierNames() {
        return MODIFIER.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** Returns the values that the C compiler gives the expressions. */
    Map<String, Long> evaluate(List<String> expressions) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("drm-fourcc");
        Path program = folder.resolve("print");
        run(
                folder,
                source(expressions),
                "cc",
                "-x",
                "c",
                "-include",
                path.toAbsolutePath().toString(),
                "-o",
                program.toString(),
                "-");
        List<String> lines = run(folder, "", program.toString());
        Files.delete(program);
        Files.delete(folder);
        Map<String, Long> values = new LinkedHashMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            values.put(expressions.get(i), Long.parseUnsignedLong(lines.get(i), 16));
        }
        return values;
    }

    private String source(List<String> expressions) {
        StringBuilder source = new StringBuilder("#include <stdio.h>\nint main(void) {\n");
        expressions.forEach(expression -> source.append("printf(\"%llx\\n\", (unsigned long long) (")
                .append(expression)
                .append("));\n"));
        return source.append("return 0;\n}\n").toString();
    }

    private static List<String> run(Path folder, String input, String... command)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var out = process.outputWriter(StandardCharsets.US_ASCII)) {
            out.write(input);
        }
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join("\n", lines));
        }
        return lines;
    }

    private static DrmFourccHeader read(Path path) {
        try {
            return new DrmFourccHeader(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
