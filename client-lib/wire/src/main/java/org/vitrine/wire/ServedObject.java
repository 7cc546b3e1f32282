package org.vitrine.wire;

import java.util.List;

/**
 * Offer interfaces at one object path. {@code Peer}, {@code Introspectable} and {@code Properties} need no entry: the
 * bus answers them from what is listed here.
 *
 * @param <C> what the service knows of a caller
 */
public interface ServedObject<C> {

    /** List the interfaces, in the order introspection shows them. */
    List<ServedInterface<C>> interfaces();
}
