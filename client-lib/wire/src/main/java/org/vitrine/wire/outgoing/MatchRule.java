package org.vitrine.wire.outgoing;

import org.vitrine.wire.SignalMatch;

/** Write match rules (D-Bus specification, "Match Rules"). Names and paths hold nothing that needs quoting. */
final class MatchRule {
    private MatchRule() {}

    static String of(SignalMatch match) {
        StringBuilder rule = new StringBuilder("type='signal',sender='")
                .append(match.sender())
                .append('\'');
        match.path().ifPresent(path -> add(rule, "path", path.value()));
        match.interfaceName().ifPresent(name -> add(rule, "interface", name));
        match.member().ifPresent(member -> add(rule, "member", member));
        return rule.toString();
    }

    private static void add(StringBuilder rule, String key, String value) {
        rule.append(',').append(key).append("='").append(value).append('\'');
    }
}
