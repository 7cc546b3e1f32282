package org.vitrine.checks.sandboxes;

/** The contract, by bwrap and xdg-dbus-proxy alone. */
final class ProxiedSandboxIT extends SandboxContract {
    ProxiedSandboxIT() {
        super(stage -> new ProxiedApp(stage, APP));
    }
}
