package org.vitrine.gpu.device;

/** Says what is done with a buffer. */
public enum BufferUse {
    /** The processor draws into it, or reads it. */
    CPU("cpu"),
    /** A GPU renders into it, or samples it. */
    GPU("gpu"),
    /** A display controller shows it. */
    SCANOUT("scanout");

    private final String word;

    BufferUse(String word) {
        this.word = word;
    }

    /** Returns how people and scripts call it. */
    public String word() {
        return word;
    }
}
