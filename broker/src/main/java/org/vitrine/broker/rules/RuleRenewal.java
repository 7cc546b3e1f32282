package org.vitrine.broker.rules;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.vitrine.api.error.VitrineException;
import org.vitrine.policy.Policy;

/**
 * Reads rules again and puts them in force, one renewal after the other: whoever asks for it, rules that were read
 * earlier never replace rules that were read later. Safe from any thread.
 */
public final class RuleRenewal {
    private final Supplier<Policy> reader;
    private final RulesInForce inForce;
    private final Object turn = new Object();

    /**
     * Makes it.
     *
     * @param reader reads all rules, or throws Failed as {@link RuleFiles#read}
     */
    public RuleRenewal(Supplier<Policy> reader, RulesInForce inForce) {
        this.reader = reader;
        this.inForce = inForce;
    }

    /**
     * Renews the rules. Blocks for the reading, and for a renewal that is under way.
     *
     * @return what is in force now; completes once nothing is handed out any more that it denies
     * @throws VitrineException what the reader throws; the old rules stay in force then
     */
    public CompletionStage<Policy> renew() {
        synchronized (turn) {
            Policy policy = read();
            return inForce.apply(policy).thenApply(_ -> policy);
        }
    }

    private Policy read() {
        try {
            return reader.get();
        } catch (VitrineException e) {
            inForce.refuse(e);
            throw e;
        }
    }
}
