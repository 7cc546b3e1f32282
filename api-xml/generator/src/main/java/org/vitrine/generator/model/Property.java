package org.vitrine.generator.model;

/**
 * A property of an interface.
 *
 * @param name its name
 * @param type its D-Bus type
 * @param access read, write or readwrite
 * @param doc what it means
 */
public record Property(String name, Type type, String access, Doc doc) {
    /** Tell whether Get answers it. */
    public boolean readable() {
        return access.startsWith("read");
    }

    /** Tell whether Set takes it. */
    public boolean writable() {
        return access.endsWith("write");
    }
}
