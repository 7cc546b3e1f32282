package org.vitrine.policy;

import java.util.Objects;
import java.util.Set;

/**
 * Describes who wants something, as far as rules can tell programs apart.
 *
 * @param appId the application id; empty if it could not be established
 * @param sandbox the sandbox that it runs in
 * @param account on whose account it runs
 * @param process what is known of its process
 * @param manifest what its own manifest asks for
 */
public record Subject(String appId, Sandbox sandbox, Account account, ProcessFacts process, Manifest manifest) {
    public Subject {
        Objects.requireNonNull(appId);
        Objects.requireNonNull(sandbox);
        Objects.requireNonNull(account);
        Objects.requireNonNull(process);
        Objects.requireNonNull(manifest);
    }

    /** Describes a program of which no more is known. */
    public Subject(String appId, Sandbox sandbox, User user) {
        this(appId, sandbox, new Account(user, Account.UNKNOWN, Set.of()), ProcessFacts.UNKNOWN, Manifest.NONE);
    }

    /** Returns whether it runs as the broker's own user. */
    public User user() {
        return account.user();
    }

    /** Is found by what differs most often: decisions are looked up by subject on every call. */
    @Override
    public int hashCode() {
        return appId.hashCode() * 31 + Long.hashCode(account.uid());
    }
}
