package org.vitrine.checks.sandboxes;

import org.vitrine.checks.stage.Program;

/** An app in a sandbox. */
sealed interface SandboxedApp permits ProxiedApp, FlatpakApp {
    /** Run consumer.py of our examples on the image of that title. */
    Program.Result look(String title);

    /** Start sandboxed.py. */
    Program start(String... arguments);
}
