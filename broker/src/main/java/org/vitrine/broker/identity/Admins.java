package org.vitrine.broker.identity;

import java.util.OptionalLong;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

/** Tells who may administer a broker: nobody in a sandbox does. */
public sealed interface Admins {
    /** The root user's id. */
    long ROOT = 0;

    /** Returns whether a program may. */
    boolean include(Subject subject);

    /** Tells to whom the door is open, for those who stand before it. */
    String described();

    /** Lets programs of the broker's own user do so. */
    record OwnUser() implements Admins {
        @Override
        public boolean include(Subject subject) {
            return subject.sandbox() == Sandbox.NONE && subject.user() == User.OWN;
        }

        @Override
        public String described() {
            return "programs of the same user outside sandboxes";
        }
    }

    /**
     * Lets programs of root do so, and those in one group.
     *
     * @param gid the group; empty if it is root alone
     */
    record OfSystem(OptionalLong gid) implements Admins {
        @Override
        public boolean include(Subject subject) {
            return subject.sandbox() == Sandbox.NONE
                    && (subject.account().uid() == ROOT
                            || (gid.isPresent() && subject.account().gids().contains(gid.getAsLong())));
        }

        @Override
        public String described() {
            return "programs of root and of the group of administrators outside sandboxes";
        }
    }
}
