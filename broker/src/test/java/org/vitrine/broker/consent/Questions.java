package org.vitrine.broker.consent;

import java.util.List;
import java.util.Optional;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Action;
import org.vitrine.policy.ImageFacts;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

/** Makes questions for tests. */
public final class Questions {
    private Questions() {}

    /** Asks to look at an image of {@code org.example.Camera}, from one connection of a sandboxed application. */
    public static Question of(String appId, String title) {
        return of(appId, ":1.5", title);
    }

    /** Asks from a given connection. */
    public static Question of(String appId, String connection, String title) {
        return of(appId, connection, title, Question.Request.PLAIN, new Question.Terms(Optional.empty(), true));
    }

    /** Asks what can't be remembered. */
    public static Question forgettable(String appId, String title) {
        return of(appId, ":1.5", title, Question.Request.PLAIN, new Question.Terms(Optional.empty(), false));
    }

    /** Asks with a wish how long the answer shall hold. */
    public static Question wishing(String title, Persistence persistence) {
        return of(
                "org.example.Viewer",
                ":1.5",
                title,
                new Question.Request("video call", "", persistence),
                new Question.Terms(Optional.empty(), true));
    }

    /** Asks anything. */
    public static Question of(
            String appId, String connection, String title, Question.Request request, Question.Terms terms) {
        Caller caller = new Caller(
                new UniqueName(connection), 1000, Optional.empty(), new Subject(appId, Sandbox.FLATPAK, User.OWN));
        ImageFacts image = new ImageFacts("org.example.Camera", title, List.of());
        return new Question(caller, Action.READ, image, request, terms);
    }
}
