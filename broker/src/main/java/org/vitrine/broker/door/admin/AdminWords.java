package org.vitrine.broker.door.admin;

import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.policy.Basis;
import org.vitrine.policy.Effect;
import org.vitrine.policy.Remembered;

/** Knows the admin door's words for what the broker knows as constants. */
final class AdminWords {
    private AdminWords() {}

    static String of(Persistence persistence) {
        return switch (persistence) {
            case ONCE -> "once";
            case WHILE_RUNNING -> "running";
            case UNTIL_REVOKED -> "always";
        };
    }

    static Persistence persistence(String word) {
        return switch (word) {
            case "once" -> Persistence.ONCE;
            case "running" -> Persistence.WHILE_RUNNING;
            case "always" -> Persistence.UNTIL_REVOKED;
            default -> throw Options.invalid("persistence is once, running or always");
        };
    }

    static String of(Remembered.Answer answer) {
        return switch (answer) {
            case ALWAYS -> "always";
            case ASK -> "ask";
            case NEVER -> "never";
        };
    }

    static Remembered.Answer answer(String word) {
        return switch (word) {
            case "always" -> Remembered.Answer.ALWAYS;
            case "ask" -> Remembered.Answer.ASK;
            case "never" -> Remembered.Answer.NEVER;
            default -> throw Options.invalid("answer is always, ask or never");
        };
    }

    static Answer answerToQuestion(String word, Persistence persistence) {
        return switch (word) {
            case "yes" -> new Answer(Answer.Kind.YES, persistence);
            case "no" -> new Answer(Answer.Kind.NO, persistence);
            case "dismiss" -> Answer.NO_ANSWER;
            default -> throw Options.invalid("answer is yes, no or dismiss");
        };
    }

    /** Says what let a consumer in. Where the decision is ask, the user said yes. */
    static String basisOf(Grant grant) {
        return grant.decision().effect() == Effect.ASK
                ? "user"
                : of(grant.decision().basis());
    }

    static String of(Basis basis) {
        return switch (basis) {
            case Basis.OfRule _ -> "rule";
            case Basis.OfManifest _ -> "manifest";
            case Basis.OfGrant _ -> "grant";
            case Basis.OfDefault _ -> "default";
        };
    }
}
