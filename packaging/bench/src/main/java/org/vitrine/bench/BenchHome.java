package org.vitrine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The folders of a user whom nobody else knows, for the broker and for services that its bus starts. */
record BenchHome(Path folder) implements AutoCloseable {
    private static final String ALLOW_OWN = """
            [[rule]]
            name = "bench"
            user = "own"
            actions = ["produce", "list", "read", "write"]
            effect = "allow"
            """;

    /** Make the folders, with a rule that asks nobody. */
    static BenchHome make() {
        try {
            BenchHome home = new BenchHome(Files.createTempDirectory("vitrine-bench"));
            home.addRules("zz-bench.toml", ALLOW_OWN);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Add a file of rules; the one that asks nobody stays the strongest if the name comes before zz. */
    void addRules(String name, String toml) {
        try {
            Path rules = Files.createDirectories(folder.resolve("config/vitrine/policy.d"));
            Files.writeString(rules.resolve(name), toml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where programs keep their state. */
    Path state() {
        return folder.resolve("state");
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", folder.toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_STATE_HOME", state().toString());
        environment.put("XDG_CURRENT_DESKTOP", "");
        return environment;
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
