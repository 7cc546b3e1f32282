package org.vitrine.demo.troupe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Lays the demo's rules where its broker can read them: by the shipped ones the user would be asked. */
public final class DemoRules {
    private static final String FILE = "demo-rules.toml";

    private DemoRules() {}

    /** Writes the file, in place of one that is there. */
    public static Path writeTo(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try (InputStream rules = Objects.requireNonNull(DemoRules.class.getResourceAsStream(FILE), FILE)) {
            Files.copy(rules, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
