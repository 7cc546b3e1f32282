package org.vitrine.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Selects subjects: one that fits every field. An empty field fits all.
 *
 * @param apps patterns of application ids, of which one must match
 * @param sandboxes kinds of sandbox
 * @param users own, other, or both
 */
public record SubjectPattern(List<Glob> apps, Set<Sandbox> sandboxes, Set<User> users) {
    /** Fits everybody. */
    public static final SubjectPattern ANYONE = new SubjectPattern(List.of(), Set.of(), Set.of());

    public SubjectPattern {
        apps = List.copyOf(apps);
        sandboxes = Set.copyOf(sandboxes);
        users = Set.copyOf(users);
    }

    boolean fits(Subject subject) {
        return fitsSandbox(subject) && fitsUser(subject) && fitsApp(subject);
    }

    Set<Condition> unmet(Subject subject) {
        Set<Condition> unmet = EnumSet.noneOf(Condition.class);
        if (!fitsApp(subject)) {
            unmet.add(Condition.APP);
        }
        if (!fitsSandbox(subject)) {
            unmet.add(Condition.SANDBOX);
        }
        if (!fitsUser(subject)) {
            unmet.add(Condition.USER);
        }
        return unmet;
    }

    private boolean fitsApp(Subject subject) {
        return apps.isEmpty() || apps.stream().anyMatch(app -> app.matches(subject.appId()));
    }

    private boolean fitsSandbox(Subject subject) {
        return sandboxes.isEmpty() || sandboxes.contains(subject.sandbox());
    }

    private boolean fitsUser(Subject subject) {
        return users.isEmpty() || users.contains(subject.user());
    }
}
