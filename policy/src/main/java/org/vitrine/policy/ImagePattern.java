package org.vitrine.policy;

import java.util.List;
import java.util.Set;

/**
 * Selects images: one that fits every field. An empty field fits all.
 *
 * @param producers patterns of the producer's application id, of which one must match
 * @param titles patterns of the title, of which one must match
 * @param tags patterns of tags, of which one must match one tag
 */
public record ImagePattern(List<Glob> producers, List<Glob> titles, List<Glob> tags) {
    /** Fits every image. */
    public static final ImagePattern ANY = new ImagePattern(List.of(), List.of(), List.of());

    public ImagePattern {
        producers = List.copyOf(producers);
        titles = List.copyOf(titles);
        tags = List.copyOf(tags);
    }

    boolean fitsAll() {
        return equals(ANY);
    }

    boolean fits(ImageFacts image) {
        return fitsProducer(image) && fitsTitle(image) && fitsTag(image);
    }

    void addUnmet(ImageFacts image, Set<Condition> unmet) {
        if (!fitsProducer(image)) {
            unmet.add(Condition.PRODUCER);
        }
        if (!fitsTitle(image)) {
            unmet.add(Condition.TITLE);
        }
        if (!fitsTag(image)) {
            unmet.add(Condition.TAG);
        }
    }

    private boolean fitsProducer(ImageFacts image) {
        return producers.isEmpty() || Glob.oneMatches(producers, image.producerAppId());
    }

    private boolean fitsTitle(ImageFacts image) {
        return titles.isEmpty() || Glob.oneMatches(titles, image.title());
    }

    private boolean fitsTag(ImageFacts image) {
        return tags.isEmpty() || image.tags().stream().anyMatch(tag -> Glob.oneMatches(tags, tag));
    }
}
