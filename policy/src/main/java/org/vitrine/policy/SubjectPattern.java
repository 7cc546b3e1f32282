package org.vitrine.policy;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Selects subjects: one that fits every field. An empty field fits all.
 *
 * @param apps patterns of application ids, of which one must match
 * @param sandboxes kinds of sandbox
 * @param account on whose account they run
 * @param process what processes they are
 */
public record SubjectPattern(List<Glob> apps, Set<Sandbox> sandboxes, AccountPattern account, ProcessPattern process) {
    /** Fits everybody. */
    public static final SubjectPattern ANYONE =
            new SubjectPattern(List.of(), Set.of(), AccountPattern.ANY, ProcessPattern.ANY);

    public SubjectPattern {
        apps = List.copyOf(apps);
        sandboxes = Set.copyOf(sandboxes);
        Objects.requireNonNull(account);
        Objects.requireNonNull(process);
    }

    boolean fits(Subject subject) {
        return fitsSandbox(subject)
                && account.fits(subject.account())
                && fitsApp(subject)
                && process.fits(subject.process());
    }

    void addUnmet(Subject subject, Set<Condition> unmet) {
        if (!fitsApp(subject)) {
            unmet.add(Condition.APP);
        }
        if (!fitsSandbox(subject)) {
            unmet.add(Condition.SANDBOX);
        }
        account.addUnmet(subject.account(), unmet);
        process.addUnmet(subject.process(), unmet);
    }

    private boolean fitsApp(Subject subject) {
        return apps.isEmpty() || Glob.oneMatches(apps, subject.appId());
    }

    private boolean fitsSandbox(Subject subject) {
        return sandboxes.isEmpty() || sandboxes.contains(subject.sandbox());
    }
}
