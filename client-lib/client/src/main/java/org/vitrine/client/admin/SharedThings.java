package org.vitrine.client.admin;

import java.util.List;

/**
 * Holds all that is shared at one moment, in order of their numbers.
 *
 * @param producers who shares
 * @param images what they share
 * @param sessions who looks
 */
public record SharedThings(List<AdminProducer> producers, List<AdminImage> images, List<AdminSession> sessions) {
    public SharedThings {
        producers = List.copyOf(producers);
        images = List.copyOf(images);
        sessions = List.copyOf(sessions);
    }
}
