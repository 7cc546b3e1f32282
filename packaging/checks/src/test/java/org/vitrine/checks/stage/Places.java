package org.vitrine.checks.stage;

import java.nio.file.Path;

/** Where things are in the source tree; tests run in the folder of their module. */
public final class Places {
    /** The folder of the whole project. */
    public static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    /** Programs that attack. */
    public static final Path ATTACKERS = Path.of("src/test/python").toAbsolutePath();
    /** Helpers in shell. */
    public static final Path SCRIPTS = Path.of("src/test/shell").toAbsolutePath();
    /** Helpers in C that are made when a test needs them. */
    public static final Path C_SOURCES = Path.of("src/test/c").toAbsolutePath();
    /** The programs of strangers, as they are given away. */
    public static final Path EXAMPLES = PROJECT.resolve("client-lib/examples");
    /** What tests leave behind. */
    public static final Path OUT = Path.of("target/checks").toAbsolutePath();

    private Places() {}
}
