package org.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names what rules can be found by: texts of a question, and how they must begin for a rule to fit. */
enum Facet {
    APP,
    PRODUCER,
    TITLE,
    TAG,
    UNIT,
    EXECUTABLE,
    UID,
    GID;

    /** Returns the beginnings of which a fitting question has one; none if it may begin in any way. */
    Set<String> beginnings(Rule rule) {
        SubjectPattern subjects = rule.subjects();
        Stream<String> beginnings = switch (this) {
            case APP -> prefixes(subjects.apps());
            case PRODUCER -> prefixes(rule.images().producers());
            case TITLE -> prefixes(rule.images().titles());
            case TAG -> prefixes(rule.images().tags());
            case UNIT -> prefixes(subjects.process().units());
            case EXECUTABLE -> prefixes(subjects.process().executables());
            case UID -> numbers(subjects.account().uids());
            case GID -> numbers(subjects.account().gids());
        };
        Set<String> found = beginnings.collect(Collectors.toSet());
        return found.contains("") ? Set.of() : found;
    }

    /** Returns the texts of a question. */
    List<String> texts(Subject subject, ImageFacts image) {
        return switch (this) {
            case APP -> List.of(subject.appId());
            case PRODUCER -> List.of(image.producerAppId());
            case TITLE -> List.of(image.title());
            case TAG -> image.tags();
            case UNIT -> List.of(subject.process().unit());
            case EXECUTABLE -> List.of(subject.process().executable());
            case UID -> List.of(Long.toString(subject.account().uid()));
            case GID -> texts(subject.account().gids());
        };
    }

    private static List<String> texts(Set<Long> ids) {
        List<String> texts = new ArrayList<>(ids.size());
        for (long id : ids) {
            texts.add(Long.toString(id));
        }
        return texts;
    }

    private static Stream<String> prefixes(List<Glob> globs) {
        return globs.stream().map(Glob::literalPrefix);
    }

    private static Stream<String> numbers(Set<Long> ids) {
        return ids.stream().map(String::valueOf);
    }
}
