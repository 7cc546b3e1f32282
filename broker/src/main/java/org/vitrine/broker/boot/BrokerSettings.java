package org.vitrine.broker.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.vitrine.api.Limits;

/**
 * Says how a broker is to run.
 *
 * @param serving where it serves, and whom
 * @param ruleFiles the rule files, weakest first; empty for those in the standard places
 * @param limits what a peer may use at most
 * @param keeping what it keeps beyond its end
 * @param people how people are asked
 */
public record BrokerSettings(Serving serving, List<Path> ruleFiles, Limits limits, Keeping keeping, People people) {
    public BrokerSettings {
        Objects.requireNonNull(serving);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(keeping);
        Objects.requireNonNull(people);
        ruleFiles = List.copyOf(ruleFiles);
    }
}
