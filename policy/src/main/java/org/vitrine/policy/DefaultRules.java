package org.vitrine.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Holds the rules that ship with Vitrine, the weakest of all. */
public final class DefaultRules {
    /** The name under which they are explained. */
    public static final String FILE = "default-rules.toml";

    /**
     * The resource, beside this class, with the rule that lets unsandboxed programs of the own user do everything with
     * each other's images. It is not in force: who wants it copies it.
     */
    public static final String OWN_PROGRAMS_FILE = "allow-own-programs.toml";

    private DefaultRules() {}

    /** Reads the shipped rules. */
    public static List<Rule> read() {
        return read(FILE);
    }

    /** Reads the rules of {@link #OWN_PROGRAMS_FILE}, for rigs in which nobody can be asked. */
    public static List<Rule> readOwnPrograms() {
        return read(OWN_PROGRAMS_FILE);
    }

    private static List<Rule> read(String file) {
        try (InputStream in = DefaultRules.class.getResourceAsStream(file)) {
            return PolicyFile.parse(file, Objects.requireNonNull(in, file).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PolicyFileException e) {
            throw new IllegalStateException(e);
        }
    }
}
