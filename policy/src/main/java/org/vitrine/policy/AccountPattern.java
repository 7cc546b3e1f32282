package org.vitrine.policy;

import java.util.Collections;
import java.util.Set;

/**
 * Selects accounts: one that fits every field. An empty field fits all.
 *
 * @param users own, other, or both
 * @param uids user ids
 * @param gids ids of groups, of which the program must be in one
 */
public record AccountPattern(Set<User> users, Set<Long> uids, Set<Long> gids) {
    /** Fits every account. */
    public static final AccountPattern ANY = new AccountPattern(Set.of(), Set.of(), Set.of());

    public AccountPattern {
        users = Set.copyOf(users);
        uids = Set.copyOf(uids);
        gids = Set.copyOf(gids);
    }

    boolean fits(Account account) {
        return fitsUser(account) && fitsUid(account) && fitsGid(account);
    }

    void addUnmet(Account account, Set<Condition> unmet) {
        if (!fitsUser(account)) {
            unmet.add(Condition.USER);
        }
        if (!fitsUid(account)) {
            unmet.add(Condition.UID);
        }
        if (!fitsGid(account)) {
            unmet.add(Condition.GID);
        }
    }

    private boolean fitsUser(Account account) {
        return users.isEmpty() || users.contains(account.user());
    }

    private boolean fitsUid(Account account) {
        return uids.isEmpty() || uids.contains(account.uid());
    }

    private boolean fitsGid(Account account) {
        return gids.isEmpty() || !Collections.disjoint(gids, account.gids());
    }
}
