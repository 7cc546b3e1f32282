package org.vitrine.broker.identity;

import org.vitrine.policy.Sandbox;

/**
 * Tells what a process is.
 *
 * @param id the application id; empty if it has none
 * @param sandbox the sandbox it runs in
 */
public record Application(String id, Sandbox sandbox) {
    /** Makes an application that runs unsandboxed. */
    public static Application host(String id) {
        return new Application(id, Sandbox.NONE);
    }

    /** Makes an application that runs in Flatpak's sandbox. */
    public static Application flatpak(String id) {
        return new Application(id, Sandbox.FLATPAK);
    }
}
