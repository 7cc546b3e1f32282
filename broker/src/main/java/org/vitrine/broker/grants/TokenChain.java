package org.vitrine.broker.grants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the hashes of the restore tokens of one grant that are still good, oldest first. A token stays good until one
 * that was given for it is traded in its turn.
 *
 * @param hashes as {@link RestoreTokens#hash} makes them
 */
record TokenChain(List<String> hashes) {
    static final TokenChain NONE = new TokenChain(List.of());
    private static final int MOST = 4;

    TokenChain {
        hashes = List.copyOf(hashes);
    }

    static TokenChain of(String hash) {
        return new TokenChain(List.of(hash));
    }

    /** Trades a token for a new one: those before it end. Empty if it is not good. */
    Optional<TokenChain> trade(String traded, String next) {
        int place = hashes.indexOf(traded);
        if (place < 0) {
            return Optional.empty();
        }
        List<String> good = new ArrayList<>(hashes.subList(place, hashes.size()));
        while (good.size() >= MOST) {
            good.remove(1); // neither the traded one, which its owner has for certain, nor the newest
        }
        good.add(next);
        return Optional.of(new TokenChain(good));
    }
}
