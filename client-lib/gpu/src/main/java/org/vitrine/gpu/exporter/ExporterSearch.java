package org.vitrine.gpu.exporter;

import java.util.ArrayList;
import java.util.List;

/** Gathers what the sources find. Used by one thread. */
final class ExporterSearch {
    private final List<Exporter> found = new ArrayList<>();
    private final List<MissingExporter> missing = new ArrayList<>();
    private final List<Runnable> closers = new ArrayList<>();

    void found(Exporter exporter) {
        found.add(exporter);
    }

    void missing(ExporterKind kind, String why) {
        missing.add(new MissingExporter(kind, why));
    }

    /** Takes what is to be run at the end, last first. */
    void closeLater(Runnable closer) {
        closers.addFirst(closer);
    }

    List<Exporter> found() {
        return found;
    }

    List<MissingExporter> missing() {
        return missing;
    }

    void close() {
        closers.forEach(Runnable::run);
    }
}
