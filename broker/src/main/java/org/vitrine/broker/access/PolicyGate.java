package org.vitrine.broker.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.policy.Action;
import org.vitrine.policy.Decision;
import org.vitrine.policy.Explanation;
import org.vitrine.policy.ImageFacts;
import org.vitrine.policy.Policy;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Subject;

/**
 * Answers from the rules in force, and remembers the answers until the rules change. An image's title, tags and
 * producer never change, and neither does a subject, so an answer stays right as long.
 */
public final class PolicyGate {
    /** How many answers are remembered; beyond it all are forgotten and found again. */
    static final int MAX_REMEMBERED = 4096;

    private final Map<Question, Decision> remembered = new HashMap<>();
    private Policy policy;

    /** Makes a gate with the rules in force at the start. */
    public PolicyGate(Policy policy) {
        this.policy = policy;
    }

    private record Question(Subject subject, Action action, ImageFacts image) {}

    /** Puts other rules in force. */
    public void replace(Policy next) {
        policy = next;
        remembered.clear();
    }

    /** Decides whether a subject may do something with an image. */
    public Decision decide(Subject subject, Action action, ImageFacts image) {
        Question question = new Question(subject, action, image);
        Decision known = remembered.get(question);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.clear();
        }
        Decision decision = policy.decide(subject, action, image);
        remembered.put(question, decision);
        return decision;
    }

    /** Tells why {@link #decide}, and what is remembered, decide as they do. Looks at every rule. */
    public Explanation explain(Subject subject, Action action, ImageFacts image, Optional<Remembered> remembered) {
        return policy.explain(subject, action, image, remembered);
    }

    /** Decides whether there is anything that a subject may produce. */
    public Decision decideOnProducing(Subject subject) {
        return policy.decideOnProducing(subject);
    }

    /** Returns how many rules are in force. */
    public int ruleCount() {
        return policy.rules().size();
    }
}
