package org.vitrine.checks.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.wire.testing.PrivateBus;

/**
 * The rules that the user keeps, in the home that belongs to the bus. One is there from the beginning: programs outside
 * of any sandbox may do everything, as the tests' own do.
 */
public final class UserRules {
    private static final String ADMIN = "org.vitrine.Admin";
    private static final String OF_THE_STAGE = """
            [[rule]]
            name = "programs-of-the-checks"
            sandbox = "none"
            user = "own"
            actions = ["produce", "list", "read", "write"]
            effect = "allow"
            """;

    private final Portal portal;
    private final Path configHome;
    private final Path file;

    private UserRules(Portal portal, Path configHome) {
        this.portal = portal;
        this.configHome = configHome;
        this.file = configHome.resolve("vitrine/policy.d/checks.toml");
    }

    /** Make the folder, with no rules in it save the stage's own. */
    static UserRules none(PrivateBus bus) {
        UserRules rules = new UserRules(new Portal(bus), bus.home().configHome());
        try {
            Files.createDirectories(rules.file.getParent());
            Files.writeString(rules.file.resolveSibling("00-stage.toml"), OF_THE_STAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    Path configHome() {
        return configHome;
    }

    /** Put rules in force in place of those that were; the shipped ones and the stage's own stay before them. */
    public void replace(String toml) {
        write(toml);
        portal.busctl("call", ADMIN, "/org/vitrine/Admin", "org.vitrine.Admin1", "ReloadPolicy")
                .mustSucceed();
    }

    /** Put one rule in force in place of those that were: who wants to read images of this title, the user is asked. */
    public void askAbout(String title) {
        replace("""
                [[rule]]
                name = "ask"
                actions = ["read"]
                title = "%s"
                effect = "ask"
                """.formatted(title));
    }

    /** Write the file of {@link #replace} as an editor does, which tells the broker nothing. */
    public void write(String toml) {
        try {
            Files.writeString(file, toml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that is written. */
    public Path file() {
        return file;
    }
}
