/**
 * Talk D-Bus without being knocked over by what comes.
 *
 * <p>{@link org.vitrine.wire.Bus} is a connection: it serves a {@link org.vitrine.wire.Service}, calls others, sends
 * and hears signals. dbus-java authenticates, says Hello and owns names; everything else, and every descriptor, goes
 * through the sub-packages: {@code message} (the codec), {@code transport} (the socket), {@code dispatch} (calls in),
 * {@code outgoing} (calls out, names, signals), {@code dbusjava} (the providers that dbus-java loads).
 */
@NullMarked
package org.vitrine.wire;

import org.jspecify.annotations.NullMarked;
