package org.vitrine.gpu.exporter;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.client.MemfdAllocator;

/** Holds the exporters of this machine open until closed. */
public final class Exporters implements AutoCloseable {
    private static final Map<ExporterKind, ExporterSource> SOURCES =
            new EnumMap<>(Map.of(ExporterKind.MEMFD, Exporters::memfd));

    private final ExporterSearch search;

    private Exporters(ExporterSearch search) {
        this.search = search;
    }

    /**
     * Looks for every exporter. Opens devices and loads libraries, which can take a second the first time.
     *
     * @return the caller's to close, after every buffer that was made with it
     */
    public static Exporters find() {
        return find(EnumSet.allOf(ExporterKind.class));
    }

    /** Looks for the exporters of some kinds, as {@link #find()}. */
    public static Exporters find(Set<ExporterKind> kinds) {
        return search(kinds, SOURCES);
    }

    static Exporters search(Set<ExporterKind> kinds, Map<ExporterKind, ExporterSource> sources) {
        ExporterSearch search = new ExporterSearch();
        try {
            sources.forEach((kind, source) -> {
                if (kinds.contains(kind)) {
                    source.look(search);
                }
            });
            return new Exporters(search);
        } catch (RuntimeException e) {
            search.close();
            throw e;
        }
    }

    private static void memfd(ExporterSearch search) {
        search.found(new Exporter(ExporterKind.MEMFD, Optional.empty(), "kernel", List.of(), new MemfdAllocator()));
    }

    /** Returns what can make buffers. */
    public List<Exporter> found() {
        return List.copyOf(search.found());
    }

    /** Returns what this machine lacks. */
    public List<MissingExporter> missing() {
        return List.copyOf(search.missing());
    }

    /** Closes the devices. Close once. */
    @Override
    public void close() {
        search.close();
    }
}
