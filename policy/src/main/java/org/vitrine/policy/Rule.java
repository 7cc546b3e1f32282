package org.vitrine.policy;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Says what some subjects may do with some images.
 *
 * @param name what people call the rule
 * @param subjects whom it is about
 * @param actions what they want; never empty
 * @param images which images it is about
 * @param effect the answer
 * @param constraints what bounds an answer that is not deny
 * @param source where it stands
 */
public record Rule(
        String name,
        SubjectPattern subjects,
        Set<Action> actions,
        ImagePattern images,
        Effect effect,
        Constraints constraints,
        RuleSource source) {
    public Rule {
        Objects.requireNonNull(name);
        Objects.requireNonNull(subjects);
        Objects.requireNonNull(images);
        Objects.requireNonNull(effect);
        Objects.requireNonNull(constraints);
        Objects.requireNonNull(source);
        actions = Set.copyOf(actions);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("a rule needs at least one action");
        }
        if (effect == Effect.ASK && !actions.stream().allMatch(Action::canBeAsked)) {
            throw new IllegalArgumentException("nobody can be asked about produce or list");
        }
        if (effect == Effect.DENY && !constraints.equals(Constraints.NONE)) {
            throw new IllegalArgumentException("what is denied needs no bounds");
        }
    }

    boolean fits(Subject subject, Action action) {
        return actions.contains(action) && subjects.fits(subject);
    }

    boolean fits(Subject subject, Action action, ImageFacts image) {
        return fits(subject, action) && images.fits(image);
    }

    /** Returns the conditions that keep the rule from fitting; none if it fits. */
    Set<Condition> unmet(Subject subject, Action action, ImageFacts image) {
        Set<Condition> unmet = EnumSet.noneOf(Condition.class);
        if (!actions.contains(action)) {
            unmet.add(Condition.ACTIONS);
        }
        subjects.addUnmet(subject, unmet);
        images.addUnmet(image, unmet);
        return unmet;
    }
}
