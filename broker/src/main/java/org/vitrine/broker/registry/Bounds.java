package org.vitrine.broker.registry;

import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.api.image.FourCc;
import org.vitrine.policy.Constraints;

/** Keeps consumers within what a rule that lets them in says. */
final class Bounds {
    private Bounds() {}

    /** Leaves those formats that the rule lets the consumer have. */
    static FormatSet narrow(FormatSet formats, Constraints constraints) {
        if (constraints.formats().isEmpty()) {
            return formats;
        }
        Set<Long> allowed = constraints.formats().stream()
                .map(name -> FourCc.ofName(name).unsignedCode())
                .collect(Collectors.toSet());
        return formats.and(FormatSet.ofFourCcs(allowed));
    }

    /** Refuses one consumer more than the rule lets the image have. */
    static void checkConsumers(SharedImage image, Constraints constraints) {
        constraints.consumers().filter(most -> image.consumerCount() >= most).ifPresent(most -> {
            throw Refusals.limit("A rule lets the image have at most " + most + " consumers: try again later");
        });
    }
}
