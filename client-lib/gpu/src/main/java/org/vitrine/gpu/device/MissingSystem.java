package org.vitrine.gpu.device;

/**
 * Says what this machine lacks.
 *
 * @param system which way of making buffers
 * @param why what was found instead, in one sentence
 */
public record MissingSystem(BufferSystem system, String why) {
    /** Returns what to see to. */
    public String howToGetIt() {
        return "It needs " + system.needs() + ".";
    }
}
