package org.vitrine.broker.journal;

import java.util.Optional;
import java.util.Set;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.broker.identity.Caller;
import org.vitrine.policy.Account;
import org.vitrine.policy.Action;
import org.vitrine.policy.Basis;
import org.vitrine.policy.Constraints;
import org.vitrine.policy.Decision;
import org.vitrine.policy.Effect;
import org.vitrine.policy.Evidence;
import org.vitrine.policy.Manifest;
import org.vitrine.policy.ProcessFacts;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

/** Makes entries as the broker would. */
final class TestEntries {
    private TestEntries() {}

    static JournalEntry changed(String detail) {
        return new JournalEntry.Changed("rules", detail);
    }

    static JournalEntry decided(String title) {
        Decision decision = new Decision(
                Effect.ALLOW,
                new Basis.OfGrant(new Remembered(Remembered.Answer.ALWAYS, "org.example.Camera/Front")),
                Constraints.NONE);
        return new JournalEntry.Decided(
                caller(), Action.READ, new JournalEntry.Image(7, "org.example.Camera", title), decision, "allowed");
    }

    static Caller caller() {
        Subject subject = new Subject(
                "org.example.Viewer",
                Sandbox.FLATPAK,
                new Account(User.OWN, 1000, Set.of()),
                new ProcessFacts("app-viewer.scope", "/usr/bin/viewer", Evidence.STRONG),
                Manifest.NONE);
        return new Caller(new UniqueName(":1.5"), 1000, Optional.empty(), subject);
    }
}
