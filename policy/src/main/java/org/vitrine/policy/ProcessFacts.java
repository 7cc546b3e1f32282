package org.vitrine.policy;

import java.util.Objects;

/**
 * Describes a process, as far as rules can tell processes apart.
 *
 * @param unit the systemd unit it belongs to, such as {@code app-org.example.App-1234.scope}; empty if it has none
 * @param executable the absolute path of its executable, as the kernel shows it; empty if it can't be known. Evidence
 *     for people, and no boundary: every script of one language has the same
 * @param evidence how surely the process is the caller
 */
public record ProcessFacts(String unit, String executable, Evidence evidence) {
    /** Says nothing of the process. */
    public static final ProcessFacts UNKNOWN = new ProcessFacts("", "", Evidence.WEAK);

    public ProcessFacts {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(executable);
        Objects.requireNonNull(evidence);
    }
}
