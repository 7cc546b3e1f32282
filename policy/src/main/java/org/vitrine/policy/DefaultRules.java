package org.vitrine.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Holds the rules that ship with Vitrine, the weakest of all. */
public final class DefaultRules {
    /** The name under which they are explained. */
    public static final String FILE = "default-rules.toml";

    private DefaultRules() {}

    /** Reads the shipped rules. */
    public static List<Rule> read() {
        try (InputStream in = DefaultRules.class.getResourceAsStream(FILE)) {
            String text = new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
            return PolicyFile.parse(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PolicyFileException e) {
            throw new IllegalStateException(e);
        }
    }
}
