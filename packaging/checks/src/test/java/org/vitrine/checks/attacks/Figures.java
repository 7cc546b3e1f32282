package org.vitrine.checks.attacks;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an attacker reported: lines of {@code name=value}. */
record Figures(Map<String, String> byName) {
    private static final Pattern LINE = Pattern.compile("(\\w+)=(.*)");

    static Figures parse(String output) {
        return new Figures(output.lines()
                .map(LINE::matcher)
                .filter(match -> match.matches())
                .collect(Collectors.toUnmodifiableMap(match -> match.group(1), match -> match.group(2))));
    }

    String text(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new AssertionError("The attacker did not report " + name + ": " + byName));
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    int sent() {
        return number("sent");
    }

    int answered() {
        return number("answered");
    }

    /** Everything else that was reported, in one line. */
    String remarks() {
        return byName.entrySet().stream()
                .filter(figure ->
                        !figure.getKey().equals("sent") && !figure.getKey().equals("answered"))
                .sorted(Map.Entry.comparingByKey())
                .map(figure -> figure.getKey() + " " + figure.getValue())
                .collect(Collectors.joining(", "));
    }
}
