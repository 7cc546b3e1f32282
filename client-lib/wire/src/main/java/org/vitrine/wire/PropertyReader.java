package org.vitrine.wire;

/**
 * Read the properties of one interface.
 *
 * @param <C> what the service knows of a caller
 */
@FunctionalInterface
public interface PropertyReader<C> {

    /**
     * Read a readable property of the interface's description. Runs on the reader thread and must not block.
     *
     * @return the value, by the property's D-Bus type
     */
    Object read(C caller, String name);

    /** Serve an interface without properties. */
    static <C> PropertyReader<C> none() {
        return (caller, name) -> {
            throw new IllegalStateException("No property is served: " + name);
        };
    }
}
