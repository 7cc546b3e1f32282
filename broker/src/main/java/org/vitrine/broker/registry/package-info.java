/**
 * Holds producers, images, sessions and requests. Nothing here is thread-safe: every call is made with the broker's
 * {@link org.vitrine.broker.registry.StateLock} held.
 */
@NullMarked
package org.vitrine.broker.registry;

import org.jspecify.annotations.NullMarked;
