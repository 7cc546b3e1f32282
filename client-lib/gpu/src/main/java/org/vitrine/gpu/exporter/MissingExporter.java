package org.vitrine.gpu.exporter;

/**
 * Says what this machine lacks.
 *
 * @param kind which way of making buffers
 * @param why what was found instead, in one sentence
 */
public record MissingExporter(ExporterKind kind, String why) {
    /** Returns what to see to. */
    public String howToGetIt() {
        return "It needs " + kind.needs() + ".";
    }
}
