package org.vitrine.broker.door.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;
import org.vitrine.broker.door.Values;
import org.vitrine.broker.identity.Caller;
import org.vitrine.fd.Fd;
import org.vitrine.policy.Basis;
import org.vitrine.policy.Decision;
import org.vitrine.policy.Explanation;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Rule;
import org.vitrine.policy.RuleSource;
import org.vitrine.policy.Subject;

/** Puts an explanation into words, for Explain. */
final class ExplainedRules {
    /** Ten thousand rules may fit; nobody reads more than these. */
    static final int MOST = 16;

    private static final TypeSignature SHADOWED = TypeSignature.of("a(ssu)");
    private static final TypeSignature NEAR = TypeSignature.of("a(ssuss)");

    private ExplainedRules() {}

    /**
     * Holds whom an explanation is about.
     *
     * @param subject what rules see of it
     * @param connected the program, if there is one
     * @param visible whether it may know of the image
     * @param paused whether sharing is paused
     */
    record Consumer(Subject subject, Optional<Caller> connected, boolean visible, boolean paused) {}

    static Map<String, Variant<Fd>> describe(Explanation explanation, Consumer consumer) {
        Map<String, Variant<Fd>> keys = new LinkedHashMap<>();
        describeAnswer(explanation, keys);
        describeConsumer(consumer, keys);
        describeOtherRules(explanation, keys);
        return keys;
    }

    private static void describeAnswer(Explanation explanation, Map<String, Variant<Fd>> keys) {
        Decision decision = explanation.decision();
        Optional<RuleSource> source = explanation.fitting().map(Rule::source);
        keys.put("stage", Values.text(AdminWords.of(decision.basis())));
        keys.put("rule", Values.text(explanation.fitting().map(Rule::name).orElse("")));
        keys.put("file", Values.text(source.map(RuleSource::file).orElse("")));
        keys.put("line", Values.uint32(source.map(RuleSource::line).orElse(0)));
        keys.put("manifest", Values.text(decision.basis() instanceof Basis.OfManifest(String entry) ? entry : ""));
        keys.put("grant", Values.text(decision.basis() instanceof Basis.OfGrant(Remembered said) ? said.object() : ""));
    }

    private static void describeConsumer(Consumer consumer, Map<String, Variant<Fd>> keys) {
        Subject subject = consumer.subject();
        keys.put("visible", Values.flag(consumer.visible()));
        keys.put("paused", Values.flag(consumer.paused()));
        keys.put("app", Values.text(subject.appId()));
        keys.put("sandbox", Values.text(subject.sandbox().word()));
        keys.put("evidence", Values.text(subject.process().evidence().word()));
        keys.put("unit", Values.text(subject.process().unit()));
        keys.put("executable", Values.text(subject.process().executable()));
        keys.put(
                "bus_name",
                Values.text(consumer.connected()
                        .map(caller -> caller.name().value())
                        .orElse("")));
        keys.put("pid", Values.uint32(consumer.connected().map(Caller::pid).orElse(0L)));
        keys.put("assumed", Values.flag(consumer.connected().isEmpty()));
    }

    private static void describeOtherRules(Explanation explanation, Map<String, Variant<Fd>> keys) {
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
