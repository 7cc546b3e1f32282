package org.vitrine.policy;

import java.util.Objects;
import java.util.Optional;

/**
 * Asks rules one question, and says what they are expected to answer.
 *
 * @param name what people call the case
 * @param subject who asks
 * @param action what is asked for
 * @param image which image it is about
 * @param remembered what the user said before; empty for nothing
 * @param expected the answer
 * @param source where it stands
 */
public record PolicyCase(
        String name,
        Subject subject,
        Action action,
        ImageFacts image,
        Optional<Remembered> remembered,
        Expectation expected,
        RuleSource source) {
    public PolicyCase {
        Objects.requireNonNull(name);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(action);
        Objects.requireNonNull(image);
        Objects.requireNonNull(remembered);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(source);
    }

    /**
     * Says what an answer is to be.
     *
     * @param effect the answer
     * @param rule the name of the last rule that fits; empty for any or none
     */
    public record Expectation(Effect effect, Optional<String> rule) {
        public Expectation {
            Objects.requireNonNull(effect);
            Objects.requireNonNull(rule);
        }
    }

    /** Asks. */
    public Result run(Policy policy) {
        return new Result(this, policy.explain(subject, action, image, remembered));
    }

    /**
     * Tells what was answered, and why.
     *
     * @param tried the case
     * @param explanation of the answer
     */
    public record Result(PolicyCase tried, Explanation explanation) {
        /** Returns whether the answer is the expected one. */
        public boolean passed() {
            boolean sameRule = tried.expected.rule.isEmpty()
                    || tried.expected.rule.equals(explanation.fitting().map(Rule::name));
            return sameRule && explanation.decision().effect() == tried.expected.effect;
        }
    }
}
