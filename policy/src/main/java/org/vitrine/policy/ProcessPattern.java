package org.vitrine.policy;

import java.util.List;
import java.util.Set;

/**
 * Selects processes: one that fits every field. An empty field fits all.
 *
 * @param units patterns of systemd units, of which one must match
 * @param executables patterns of paths of executables, of which one must match
 * @param evidence how sure the broker must be of the process: strong, weak, or both
 */
public record ProcessPattern(List<Glob> units, List<Glob> executables, Set<Evidence> evidence) {
    /** Fits every process. */
    public static final ProcessPattern ANY = new ProcessPattern(List.of(), List.of(), Set.of());

    public ProcessPattern {
        units = List.copyOf(units);
        executables = List.copyOf(executables);
        evidence = Set.copyOf(evidence);
    }

    boolean fits(ProcessFacts process) {
        return fitsEvidence(process) && fitsUnit(process) && fitsExecutable(process);
    }

    void addUnmet(ProcessFacts process, Set<Condition> unmet) {
        if (!fitsUnit(process)) {
            unmet.add(Condition.UNIT);
        }
        if (!fitsExecutable(process)) {
            unmet.add(Condition.EXECUTABLE);
        }
        if (!fitsEvidence(process)) {
            unmet.add(Condition.EVIDENCE);
        }
    }

    private boolean fitsUnit(ProcessFacts process) {
        return units.isEmpty() || Glob.oneMatches(units, process.unit());
    }

    private boolean fitsExecutable(ProcessFacts process) {
        return executables.isEmpty() || Glob.oneMatches(executables, process.executable());
    }

    private boolean fitsEvidence(ProcessFacts process) {
        return evidence.isEmpty() || evidence.contains(process.evidence());
    }
}
