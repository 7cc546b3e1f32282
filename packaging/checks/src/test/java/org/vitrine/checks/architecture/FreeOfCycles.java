package org.vitrine.checks.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds slices of the code to use nobody that uses them back, directly or on the way round. What a package pattern
 * captures is a slice's name; classes that it does not match are in no slice.
 */
final class FreeOfCycles extends ArchCondition<JavaClass> {
    private final PackageMatcher pattern;

    /** Per slice the slices that it uses, with one dependency that shows it. */
    private final Map<String, Map<String, Dependency>> uses = new TreeMap<>();

    private FreeOfCycles(String pattern) {
        super("have no cycles among the slices " + pattern);
        this.pattern = PackageMatcher.of(pattern);
    }

    static FreeOfCycles amongSlices(String pattern) {
        return new FreeOfCycles(pattern);
    }

    @Override
    public void init(Collection<JavaClass> all) {
        uses.clear();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        sliceOf(type).ifPresent(slice -> {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                sliceOf(dependency.getTargetClass())
                        .filter(used -> !used.equals(slice))
                        .ifPresent(used -> uses.computeIfAbsent(slice, _ -> new TreeMap<>())
                                .putIfAbsent(used, dependency));
            }
        });
    }

    @Override
    public void finish(ConditionEvents events) {
        if (uses.isEmpty()) {
            events.add(SimpleConditionEvent.violated(pattern, "no slice uses another: does the pattern match any?"));
        }
        uses.forEach((slice, used) -> used.forEach((next, dependency) -> {
            if (reaches(next, slice)) {
                events.add(SimpleConditionEvent.violated(
                        dependency,
                        "%s uses %s, which uses it back: %s".formatted(slice, next, dependency.getDescription())));
            }
        }));
    }

    private boolean reaches(String from, String goal) {
        Set<String> reached = new HashSet<>(Set.of(from));
        Deque<String> ahead = new ArrayDeque<>(reached);
        while (!ahead.isEmpty()) {
            for (String next : uses.getOrDefault(ahead.remove(), Map.of()).keySet()) {
                if (reached.add(next)) {
                    ahead.add(next);
                }
            }
        }
        return reached.contains(goal);
    }

    private Optional<String> sliceOf(JavaClass type) {
        return pattern.match(type.getPackageName()).map(result -> result.getGroup(1));
    }
}
