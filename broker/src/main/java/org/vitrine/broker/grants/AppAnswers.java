package org.vitrine.broker.grants;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.policy.Action;

/**
 * Holds what is stored of one application and some images.
 *
 * @param byAccess the answers, by access
 * @param understood whether all of the row's text made sense; where it did not, nothing of it lets anybody in
 */
record AppAnswers(Map<Action, StoredAnswer> byAccess, boolean understood) {
    static final AppAnswers NONE = new AppAnswers(Map.of(), true);

    AppAnswers {
        byAccess = Map.copyOf(byAccess);
    }

    Optional<StoredAnswer> of(Action access) {
        return Optional.ofNullable(byAccess.get(access));
    }

    AppAnswers with(Action access, StoredAnswer answer) {
        Map<Action, StoredAnswer> changed = new EnumMap<>(Action.class);
        changed.putAll(byAccess);
        changed.put(access, answer);
        return new AppAnswers(changed, understood);
    }

    AppAnswers without(Action access) {
        Map<Action, StoredAnswer> changed = new EnumMap<>(Action.class);
        changed.putAll(byAccess);
        changed.remove(access);
        return new AppAnswers(changed, understood);
    }
}
