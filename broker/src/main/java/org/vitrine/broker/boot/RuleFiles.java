package org.vitrine.broker.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.policy.DefaultRules;
import org.vitrine.policy.Policy;
import org.vitrine.policy.PolicyFile;
import org.vitrine.policy.PolicyFileException;
import org.vitrine.policy.Rule;

/**
 * Finds and reads the rule files, weakest first: the shipped ones, those of the system, those of the user; or the ones
 * named, and then no other.
 */
final class RuleFiles {
    private static final Path OF_SYSTEM = Path.of("/etc/vitrine/policy.d");

    private final List<Path> named;
    private final List<Path> folders;

    RuleFiles(List<Path> named, List<Path> folders) {
        this.named = List.copyOf(named);
        this.folders = List.copyOf(folders);
    }

    static RuleFiles of(List<Path> named, Map<String, String> environment) {
        return new RuleFiles(named, List.of(OF_SYSTEM, configHome(environment).resolve("vitrine/policy.d")));
    }

    private static Path configHome(Map<String, String> environment) {
        @Nullable String configured = environment.get("XDG_CONFIG_HOME");
        return configured == null || !configured.startsWith("/")
                ? Path.of(environment.getOrDefault("HOME", "/"), ".config")
                : Path.of(configured);
    }

    /**
     * Reads all rules. Blocks.
     *
     * @throws VitrineException with Failed, and a text that names file, line and column
     */
    Policy read() {
        try {
            List<Rule> rules = new ArrayList<>(named.isEmpty() ? DefaultRules.read() : List.of());
            for (Path file : named.isEmpty() ? found() : named) {
                rules.addAll(PolicyFile.parse(file.toString(), Files.readString(file)));
            }
            return new Policy(rules);
        } catch (PolicyFileException e) {
            throw new VitrineException(ErrorName.FAILED, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new VitrineException(
                    ErrorName.FAILED, "A rule file can't be read, check that it is there: " + e.getMessage(), e);
        }
    }

    private List<Path> found() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> entries = Files.list(folder)) {
                    entries.filter(file -> file.toString().endsWith(".toml"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
