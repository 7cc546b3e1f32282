package org.vitrine.checks.sandboxes;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract, by Flatpak itself. */
final class FlatpakSandboxIT extends SandboxContract {
    FlatpakSandboxIT(@TempDir Path runtimeFolder) {
        super(stage -> FlatpakApp.installed(stage, APP, runtimeFolder));
    }
}
