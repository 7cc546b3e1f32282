package org.vitrine.broker.grants;

import org.vitrine.policy.Action;

/**
 * Names one thing that can be remembered.
 *
 * @param app the consumer's application id; never empty
 * @param images the images
 * @param access read or write
 */
public record GrantKey(String app, ImageSelector images, Action access) {
    public GrantKey {
        if (app.isEmpty()) {
            throw new IllegalArgumentException("nothing is remembered for a program that is not known");
        }
        if (access != Action.READ && access != Action.WRITE) {
            throw new IllegalArgumentException("access is read or write");
        }
    }
}
