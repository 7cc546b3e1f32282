package org.vitrine.gpu.device;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.SystemCallException;

/** Gathers what the sources find. Used by one thread. */
final class DeviceSearch {
    private final List<Exporter> exporters = new ArrayList<>();
    private final List<Importer> importers = new ArrayList<>();
    private final List<MissingSystem> missing = new ArrayList<>();
    private final List<Runnable> closers = new ArrayList<>();

    void found(Exporter exporter) {
        exporters.add(exporter);
    }

    void found(Importer importer) {
        importers.add(importer);
    }

    void missing(BufferSystem system, String why) {
        missing.add(new MissingSystem(system, why));
    }

    /** Tries something, and notes what the machine refuses as missing. */
    void attempt(BufferSystem system, Runnable look) {
        try {
            look.run();
        } catch (VitrineException e) {
            missing(system, e.text());
        } catch (SystemCallException e) {
            missing(system, String.valueOf(e.getMessage()));
        }
    }

    /** Takes what is to be run at the end, last first. */
    void closeLater(Runnable closer) {
        closers.addFirst(closer);
    }

    List<Exporter> exporters() {
        return List.copyOf(exporters);
    }

    List<Importer> importers() {
        return List.copyOf(importers);
    }

    List<MissingSystem> missing() {
        return List.copyOf(missing);
    }

    void close() {
        closers.forEach(Runnable::run);
    }
}
