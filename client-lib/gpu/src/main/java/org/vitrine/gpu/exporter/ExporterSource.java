package org.vitrine.gpu.exporter;

/** Looks for the exporters of one kind. */
interface ExporterSource {
    /**
     * Adds what is found, and what is missing, and gives what must be closed later to the search. Never throws for what
     * a machine lacks.
     */
    void look(ExporterSearch search);
}
