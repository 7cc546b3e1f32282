package org.vitrine.broker.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;
import org.vitrine.fd.Fd;
import org.vitrine.policy.Explanation;
import org.vitrine.policy.Rule;
import org.vitrine.policy.RuleSource;

/** Puts an explanation into words, for Explain. */
final class ExplainedRules {
    /** Ten thousand rules may fit; nobody reads more than these. */
    static final int MOST = 16;

    private static final TypeSignature SHADOWED = TypeSignature.of("a(ssu)");
    private static final TypeSignature NEAR = TypeSignature.of("a(ssuss)");

    private ExplainedRules() {}

    static Map<String, Variant<Fd>> describe(Explanation explanation) {
        Optional<RuleSource> source = explanation.decision().rule().map(Rule::source);
        Map<String, Variant<Fd>> keys = new LinkedHashMap<>();
        keys.put("rule", Values.text(explanation.decision().ruleName()));
        keys.put("file", Values.text(source.map(RuleSource::file).orElse("")));
        keys.put("line", Values.uint32(source.map(RuleSource::line).orElse(0)));
        keys.put(
                "shadowed",
                new Variant<>(
                        SHADOWED,
                        explanation.shadowed().stream()
                                .limit(MOST)
                                .map(ExplainedRules::shadowed)
                                .toList()));
        keys.put(
                "near",
                new Variant<>(
                        NEAR,
                        explanation.near().stream()
                                .limit(MOST)
                                .map(ExplainedRules::near)
                                .toList()));
        return keys;
    }

    private static List<Object> shadowed(Rule rule) {
        return List.of(rule.name(), rule.source().file(), (long) rule.source().line());
    }

    private static List<Object> near(Explanation.NearMiss miss) {
        Rule rule = miss.rule();
        return List.of(
                rule.name(),
                rule.source().file(),
                (long) rule.source().line(),
                rule.effect().word(),
                miss.unmet().key());
    }
}
