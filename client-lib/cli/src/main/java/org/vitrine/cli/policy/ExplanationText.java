package org.vitrine.cli.policy;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.policy.Basis;
import org.vitrine.policy.Explanation;
import org.vitrine.policy.Rule;

/** Puts an explanation into words. */
final class ExplanationText {
    /** Ten thousand rules may fit; nobody reads more than these. */
    private static final int MOST = 16;

    private ExplanationText() {}

    /** Returns what decided. */
    static String basis(Explanation explanation) {
        return words(explanation.decision().basis());
    }

    /** Returns what else matters, a line each. */
    static List<String> details(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        explanation
                .fitting()
                .filter(_ -> explanation.decision().rule().isEmpty())
                .ifPresent(rule -> lines.add("left open by " + rule(rule)));
        explanation.shadowed().stream()
                .limit(MOST)
                .forEach(rule -> lines.add("fits too, but lost: " + rule(rule) + ", "
                        + rule.effect().word()));
        explanation.near().stream()
                .limit(MOST)
                .forEach(
                        miss -> lines.add("would answer " + miss.rule().effect().word() + " if its "
                                + miss.unmet().key() + " fitted: " + rule(miss.rule())));
        explanation.unheard().forEach(basis -> lines.add("says otherwise, but is not asked: " + words(basis)));
        return lines;
    }

    private static String words(Basis basis) {
        return switch (basis) {
            case Basis.OfRule(Rule rule) -> rule(rule);
            case Basis.OfManifest(String entry) -> "manifest " + entry;
            case Basis.OfGrant(var remembered) ->
                "remembered " + remembered.answer().word();
            case Basis.OfDefault _ -> "no rule";
        };
    }

    private static String rule(Rule rule) {
        return rule.name() + " (" + rule.source() + ")";
    }
}
