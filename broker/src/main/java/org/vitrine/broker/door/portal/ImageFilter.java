package org.vitrine.broker.door.portal;

import java.util.Optional;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.policy.Glob;
import org.vitrine.policy.ImageFacts;

/** Selects images as ListImages is asked to. */
record ImageFilter(Optional<Glob> title, Optional<String> producer, Optional<String> tag) {
    static ImageFilter of(Options options) {
        return new ImageFilter(options.text("title").map(Glob::new), options.text("producer"), options.text("tag"));
    }

    boolean fits(SharedImage image) {
        ImageFacts facts = image.facts();
        return title.map(glob -> glob.matches(facts.title())).orElse(true)
                && producer.map(facts.producerAppId()::equals).orElse(true)
                && tag.map(facts.tags()::contains).orElse(true);
    }
}
