package org.vitrine.policy;

import java.util.List;
import java.util.Map;

/**
 * Holds what an application's own manifest asks for, {@code [Policy Vitrine]} in flatpak-metadata(5). The application
 * can't edit it; who installs it can.
 *
 * @param producersByAction for each action, patterns of the application ids of producers whose images it is about
 */
public record Manifest(Map<Action, List<Glob>> producersByAction) {
    /** Asks for nothing. */
    public static final Manifest NONE = new Manifest(Map.of());

    public Manifest {
        producersByAction = Map.copyOf(producersByAction);
    }
}
