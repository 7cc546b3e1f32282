package org.vitrine.gpucheck;

import java.util.List;
import org.vitrine.demo.troupe.Child;

/**
 * Speaks with a {@link RoadConsumer}.
 *
 * @param child its process
 * @param importers what it can import with
 */
record ConsumerProcess(Child child, List<String> importers) {
    ConsumerProcess {
        importers = List.copyOf(importers);
    }

    /** Begins the conversation. */
    static ConsumerProcess greet(Child child) {
        return new ConsumerProcess(child, List.of(child.line(GpuCheck.PATIENCE).split(" ")));
    }

    /** Lets it import an image, and returns what it says. */
    String look(String image, String importer) {
        child.command(image + " " + importer);
        return child.line(GpuCheck.PATIENCE);
    }
}
