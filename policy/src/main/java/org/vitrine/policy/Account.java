package org.vitrine.policy;

import java.util.Objects;
import java.util.Set;

/**
 * Tells on whose account a program runs.
 *
 * @param user whether it is the broker's own user
 * @param uid the user id, an unsigned 32-bit number; {@link #UNKNOWN} if it is not known
 * @param gids the ids of the groups that the program is in
 */
public record Account(User user, long uid, Set<Long> gids) {
    /** Stands for a user id that is not known. */
    public static final long UNKNOWN = -1;

    public Account {
        Objects.requireNonNull(user);
        gids = Set.copyOf(gids);
    }
}
