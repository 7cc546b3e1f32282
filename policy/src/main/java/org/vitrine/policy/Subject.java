package org.vitrine.policy;

import java.util.Objects;

/**
 * Describes who wants something, as far as rules can tell programs apart.
 *
 * @param appId the application id; empty if it could not be established
 * @param sandbox the sandbox that it runs in
 * @param user whether it runs as the broker's own user
 */
public record Subject(String appId, Sandbox sandbox, User user) {
    public Subject {
        Objects.requireNonNull(appId);
        Objects.requireNonNull(sandbox);
        Objects.requireNonNull(user);
    }
}
