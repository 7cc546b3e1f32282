package org.vitrine.broker.grants;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vitrine.policy.Action;
import org.vitrine.policy.Remembered.Answer;

/**
 * Reads and writes the texts that stand for answers in a permission table, such as {@code read=always},
 * {@code granted=2026-11-25T09:00:00Z}. What says when stands behind the access that it is about.
 *
 * <p>{@code yes}, {@code no} and {@code ask}, as people write them with {@code flatpak permission-set}, allow looking,
 * refuse everything, and have everything asked. Not for use by several threads.
 */
final class PermissionText {
    private static final List<Action> ACCESSES = List.of(Action.READ, Action.WRITE);
    private static final int LONGEST = 64;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private final Map<Action, StoredAnswer> answers = new EnumMap<>(Action.class);
    private List<Action> open = List.of();
    private boolean understood = true;

    private PermissionText() {}

    /** Reads the texts of one application. What they allow counts only if all of them are understood. */
    static AppAnswers parse(List<String> texts) {
        PermissionText text = new PermissionText();
        texts.forEach(text::read);
        if (!text.understood) {
            text.answers.values().removeIf(answer -> answer.answer() == Answer.ALWAYS);
        }
        return new AppAnswers(text.answers, text.understood);
    }

    /** Writes the texts of one application. */
    static List<String> format(AppAnswers answers) {
        List<String> texts = new ArrayList<>();
        for (Action access : ACCESSES) {
            answers.of(access).ifPresent(answer -> write(access, answer, texts));
        }
        return texts;
    }

    private static void write(Action access, StoredAnswer answer, List<String> texts) {
        texts.add(access.word() + "=" + word(answer.answer()));
        answer.granted().ifPresent(when -> texts.add("granted=" + when.truncatedTo(ChronoUnit.SECONDS)));
        answer.used().ifPresent(day -> texts.add("used=" + day));
        answer.expires().ifPresent(when -> texts.add("expires=" + when.truncatedTo(ChronoUnit.SECONDS)));
    }

    private void read(String text) {
        switch (text) {
            case "yes" -> begin(List.of(Action.READ), Answer.ALWAYS);
            case "no" -> begin(ACCESSES, Answer.NEVER);
            case "ask" -> begin(ACCESSES, Answer.ASK);
            default -> readPair(text);
        }
    }

    private void readPair(String text) {
        int equals = text.indexOf('=');
        String value = text.substring(equals + 1);
        if (equals < 0 || text.length() > LONGEST) {
            understood = false;
            return;
        }
        switch (text.substring(0, equals)) {
            case "read" -> begin(List.of(Action.READ), value);
            case "write" -> begin(List.of(Action.WRITE), value);
            case "granted" -> add(StoredAnswer::granted, answer -> answer.grantedAt(time(value)));
            case "used" -> add(StoredAnswer::used, answer -> answer.usedOn(day(value)));
            case "expires" -> add(StoredAnswer::expires, answer -> answer.expiringAt(time(value)));
            default -> understood = false;
        }
    }

    private static Instant time(String text) {
        Instant time = Instant.parse(text);
        requireSensible(time.atZone(ZoneOffset.UTC).getYear());
        return time;
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        requireSensible(day.getYear());
        return day;
    }

    /** Refuses times that can't be reckoned with. */
    private static void requireSensible(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("not a time of this world");
        }
    }

    private void begin(List<Action> accesses, String word) {
        Arrays.stream(Answer.values())
                .filter(answer -> word(answer).equals(word))
                .findFirst()
                .ifPresentOrElse(answer -> begin(accesses, answer), () -> understood = false);
    }

    /** Where two answers to one question stand, nothing is allowed, and a "never" is a "never". */
    private void begin(List<Action> accesses, Answer answer) {
        for (Action access : accesses) {
            StoredAnswer before = answers.get(access);
            understood &= before == null;
            if (before == null || before.answer() != Answer.NEVER) {
                answers.put(access, StoredAnswer.of(answer));
            }
        }
        open = accesses;
    }

    private void add(Function<StoredAnswer, Optional<?>> known, UnaryOperator<StoredAnswer> with) {
        understood &= !open.isEmpty();
        for (Action access : open) {
            StoredAnswer answer = Objects.requireNonNull(answers.get(access));
            understood &= known.apply(answer).isEmpty();
            try {
                answers.put(access, with.apply(answer));
            } catch (DateTimeException e) {
                understood = false;
            }
        }
    }

    private static String word(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }
}
