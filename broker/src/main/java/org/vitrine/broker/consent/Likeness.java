package org.vitrine.broker.consent;

import org.vitrine.broker.access.Question;
import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Action;
import org.vitrine.policy.ImageFacts;
import org.vitrine.policy.Sandbox;

/** Says which questions are the same for the person who is asked: one answer is enough for all of them. */
record Likeness(Program program, Action access, ImageFacts image, Question.Terms terms) {
    /** A program: a known application of one user, or a connection. */
    record Program(String appId, Sandbox sandbox, long uid, String connection) {
        static Program of(Caller caller) {
            String connection = caller.appId().isEmpty() ? caller.name().value() : "";
            return new Program(caller.appId(), caller.subject().sandbox(), caller.uid(), connection);
        }
    }

    static Likeness of(Question question) {
        return new Likeness(Program.of(question.caller()), question.access(), question.image(), question.terms());
    }
}
