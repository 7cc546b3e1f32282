package org.vitrine.broker.identity;

import org.vitrine.policy.Manifest;
import org.vitrine.policy.Sandbox;

/**
 * Tells what a process is.
 *
 * @param id the application id; empty if it has none
 * @param sandbox the sandbox it runs in
 * @param instance which of the application's sandboxes that is; empty outside of one, or if it is not known
 * @param manifest what the application's own manifest asks for
 */
record Application(String id, Sandbox sandbox, String instance, Manifest manifest) {
    /** Makes an application that runs unsandboxed. */
    static Application host(String id) {
        return new Application(id, Sandbox.NONE, "", Manifest.NONE);
    }

    /** Makes an application that runs in snapd's sandbox. */
    static Application snap(String id) {
        return new Application(id, Sandbox.SNAP, "", Manifest.NONE);
    }
}
