package org.vitrine.broker.boot;

import java.util.Map;
import org.vitrine.broker.consent.ConsentSettings;

/**
 * Says how people are asked.
 *
 * @param environment the variables that tell the desktop; empty for none
 * @param consent how long they may take, and what is answered where there is nobody
 */
public record People(Map<String, String> environment, ConsentSettings consent) {
    /** Asks agents alone. */
    public static final People AGENTS = new People(Map.of(), ConsentSettings.DEFAULTS);

    public People {
        environment = Map.copyOf(environment);
    }
}
