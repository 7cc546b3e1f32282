package org.vitrine.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what an application's own manifest asks for, {@code [Policy Vitrine]} in flatpak-metadata(5). The application
 * can't edit it; who installs it can.
 *
 * @param entries for each action that is asked for, of which producers' images
 */
public record Manifest(Map<Action, ManifestEntry> entries) {
    /** Asks for nothing. */
    public static final Manifest NONE = new Manifest(Map.of());

    public Manifest {
        entries = Map.copyOf(entries);
    }

    /**
     * Reads the group's keys and their lists of values. The keys are the words of actions. The values of list, read and
     * write are patterns of the producer's application id; that of produce is {@code yes} or {@code *}. A value that
     * begins with {@code !} excludes. What is not understood never widens: an unknown key or value asks for nothing,
     * and an exclusion that is not understood excludes everything.
     */
    public static Manifest of(Map<String, List<String>> entries) {
        Map<Action, ManifestEntry> understood = new EnumMap<>(Action.class);
        entries.forEach((key, values) ->
                Action.ofWord(key).ifPresent(action -> understood.put(action, ManifestEntry.of(action, values))));
        return new Manifest(understood);
    }

    /** Returns the entry that lets the action happen, as {@code read=org.example.*}; empty if none does. */
    Optional<String> entryFor(Action action, ImageFacts image) {
        return Optional.ofNullable(entries.get(action))
                .flatMap(entry -> entry.fitting(image.producerAppId()))
                .map(glob -> action.word() + "=" + glob.pattern());
    }

    /** Returns the entry that lets some image be produced; empty if none does. */
    Optional<String> entryForProducing() {
        return entryFor(Action.PRODUCE, new ImageFacts("", "", List.of()));
    }
}
