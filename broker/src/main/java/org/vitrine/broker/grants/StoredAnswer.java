package org.vitrine.broker.grants;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.policy.Remembered.Answer;

/**
 * Holds one answer as the table has it.
 *
 * @param answer what was said
 * @param granted when; empty if somebody else wrote it and did not say
 * @param used the day (UTC) it last let somebody in
 * @param expires when it ends at the latest
 */
record StoredAnswer(Answer answer, Optional<Instant> granted, Optional<LocalDate> used, Optional<Instant> expires) {
    static StoredAnswer of(Answer answer) {
        return new StoredAnswer(answer, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Makes what is to be stored of an answer given now. Only an "always" ends. */
    static StoredAnswer given(Answer answer, Instant now, GrantLifetimes lifetimes) {
        Optional<Instant> end = answer == Answer.ALWAYS ? Optional.of(now.plus(lifetimes.longest())) : Optional.empty();
        return new StoredAnswer(answer, Optional.of(now), Optional.empty(), end);
    }

    StoredAnswer grantedAt(Instant when) {
        return new StoredAnswer(answer, Optional.of(when), used, expires);
    }

    StoredAnswer expiringAt(Instant when) {
        return new StoredAnswer(answer, granted, used, Optional.of(when));
    }

    StoredAnswer usedOn(LocalDate day) {
        return new StoredAnswer(answer, granted, Optional.of(day), expires);
    }

    boolean isUsedOn(LocalDate day) {
        return used.filter(day::equals).isPresent();
    }

    /**
     * Returns when it ends, by what it says itself, its age and its disuse, whichever is first; empty if it does not.
     */
    Optional<Instant> end(GrantLifetimes lifetimes) {
        if (answer != Answer.ALWAYS) {
            return Optional.empty();
        }
        Optional<Instant> idleSince = used.map(
                        day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(day -> granted.filter(day::isBefore).isEmpty())
                .or(() -> granted);
        return Stream.of(
                        expires,
                        granted.map(since -> since.plus(lifetimes.longest())),
                        idleSince.map(since -> since.plus(lifetimes.disuse())))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Returns whether it lets in at a time. */
    boolean letsIn(Instant now, GrantLifetimes lifetimes) {
        return answer == Answer.ALWAYS
                && end(lifetimes).filter(end -> !now.isBefore(end)).isEmpty();
    }
}
