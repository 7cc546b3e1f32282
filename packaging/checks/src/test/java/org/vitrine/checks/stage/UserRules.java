package org.vitrine.checks.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.wire.testing.PrivateBus;

/** The rules that the user keeps, in a folder of their own. Closing deletes them. */
public final class UserRules implements AutoCloseable {
    private static final String ADMIN = "org.vitrine.Admin";

    private final Portal portal;
    private final Path configHome;
    private final Path file;

    private UserRules(Portal portal, Path configHome) {
        this.portal = portal;
        this.configHome = configHome;
        this.file = configHome.resolve("vitrine/policy.d/checks.toml");
    }

    /** Make the folder, with no rules in it. */
    static UserRules none(PrivateBus bus) {
        try {
            Files.createDirectories(Places.OUT);
            UserRules rules = new UserRules(new Portal(bus), Files.createTempDirectory(Places.OUT, "config-"));
            Files.createDirectories(rules.file.getParent());
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path configHome() {
        return configHome;
    }

    /** Put rules in force in place of those that were; the shipped ones stay. */
    public void replace(String toml) {
        try {
            Files.writeString(file, toml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        portal.busctl("call", ADMIN, "/org/vitrine/Admin", "org.vitrine.Admin1", "ReloadPolicy")
                .mustSucceed();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            for (Path folder = file.getParent(); !folder.equals(configHome); folder = folder.getParent()) {
                Files.delete(folder);
            }
            Files.delete(configHome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
