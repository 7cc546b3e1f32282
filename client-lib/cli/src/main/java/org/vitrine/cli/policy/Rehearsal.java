package org.vitrine.cli.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.cli.CommandFailure;
import org.vitrine.policy.CaseFile;
import org.vitrine.policy.DefaultRules;
import org.vitrine.policy.Policy;
import org.vitrine.policy.PolicyCase;
import org.vitrine.policy.PolicyFile;
import org.vitrine.policy.PolicyFileException;
import org.vitrine.policy.Rule;

/** Reads a file of cases and the rules that it names, and asks them. */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * Asks all cases.
     *
     * @throws CommandFailure if one of the files has an error or can't be read
     */
    static List<PolicyCase.Result> of(Path cases) {
        try {
            CaseFile file = CaseFile.parse(cases.toString(), read(cases, ""));
            Policy policy = new Policy(rules(cases, file.rules()));
            return file.cases().stream().map(tried -> tried.run(policy)).toList();
        } catch (PolicyFileException e) {
            throw CommandFailure.refused(String.valueOf(e.getMessage()));
        }
    }

    private static List<Rule> rules(Path cases, List<String> names) throws PolicyFileException {
        List<Rule> rules = new ArrayList<>();
        for (String name : names) {
            if (name.equals(CaseFile.SHIPPED)) {
                rules.addAll(DefaultRules.read());
            } else {
                Path file = cases.resolveSibling(name);
                rules.addAll(PolicyFile.parse(file.toString(), read(file, "\n" + cases + " names it in rules.")));
            }
        }
        return rules;
    }

    private static byte[] read(Path file, String why) {
        try {
            return PolicyText.read(file);
        } catch (IOException e) {
            throw CommandFailure.refused(file + ": can't be read: " + e.getMessage() + "." + why);
        }
    }
}
