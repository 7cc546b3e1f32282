package org.vitrine.cli.policy;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.cli.PlainText;
import org.vitrine.cli.TextTable;
import org.vitrine.policy.Explanation;
import org.vitrine.policy.PolicyCase;

/** Lists what cases came to, for people. */
final class ResultTable {
    private static final List<TextTable.Column> COLUMNS = List.of(
            new TextTable.Column("RESULT", false),
            new TextTable.Column("CASE", false),
            new TextTable.Column("EXPECTED", false),
            new TextTable.Column("ANSWER", false),
            new TextTable.Column("BECAUSE OF", false));

    private ResultTable() {}

    static List<String> lines(List<PolicyCase.Result> results, boolean colour) {
        TextTable table = new TextTable(COLUMNS);
        results.forEach(result -> table.row(cells(result)));
        List<String> lines = new ArrayList<>(table.lines(colour));
        List<PolicyCase.Result> failed =
                results.stream().filter(result -> !result.passed()).toList();
        failed.forEach(result -> lines.addAll(explained(result)));
        lines.add("");
        lines.add(results.size()
                + (results.size() == 1 ? " case, " : " cases, ")
                + (failed.isEmpty() ? "all passed" : failed.size() + " failed"));
        return lines;
    }

    private static List<String> cells(PolicyCase.Result result) {
        PolicyCase tried = result.tried();
        return List.of(
                result.passed() ? "passed" : "FAILED",
                tried.name(),
                expected(tried),
                result.explanation().decision().effect().word(),
                ExplanationText.basis(result.explanation()));
    }

    private static String expected(PolicyCase tried) {
        return tried.expected().effect().word()
                + tried.expected().rule().map(rule -> " by " + rule).orElse("");
    }

    private static List<String> explained(PolicyCase.Result result) {
        Explanation explanation = result.explanation();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(PlainText.of(
                "FAILED " + result.tried().source() + ": " + result.tried().name()));
        lines.add(PlainText.of("  expected " + expected(result.tried()) + ", but the answer is "
                + explanation.decision().effect().word() + " because of " + ExplanationText.basis(explanation)));
        ExplanationText.details(explanation).forEach(line -> lines.add(PlainText.of("  " + line)));
        return lines;
    }
}
