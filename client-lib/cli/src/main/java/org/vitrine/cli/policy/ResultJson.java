package org.vitrine.cli.policy;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vitrine.cli.Json;
import org.vitrine.policy.PolicyCase;
import org.vitrine.policy.Rule;

/** Writes what cases came to as {@code {"passed":N,"failed":N,"cases":[…]}}. */
final class ResultJson {
    private ResultJson() {}

    static String of(List<PolicyCase.Result> results) {
        long passed = results.stream().filter(PolicyCase.Result::passed).count();
        return Json.object(json -> {
            json.writeNumberField("passed", passed);
            json.writeNumberField("failed", results.size() - passed);
            json.writeArrayFieldStart("cases");
            for (PolicyCase.Result result : results) {
                write(json, result);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, PolicyCase.Result result) throws IOException {
        PolicyCase tried = result.tried();
        Optional<Rule> rule = result.explanation().fitting();
        json.writeStartObject();
        json.writeStringField("name", tried.name());
        json.writeStringField("file", tried.source().file());
        json.writeNumberField("line", tried.source().line());
        json.writeBooleanField("passed", result.passed());
        json.writeStringField("expected", tried.expected().effect().word());
        json.writeStringField("answer", result.explanation().decision().effect().word());
        json.writeStringField("because_of", ExplanationText.basis(result.explanation()));
        json.writeStringField("rule", rule.map(Rule::name).orElse(""));
        json.writeStringField(
                "rule_file", rule.map(found -> found.source().file()).orElse(""));
        json.writeNumberField(
                "rule_line", rule.map(found -> found.source().line()).orElse(0));
        json.writeEndObject();
    }
}
