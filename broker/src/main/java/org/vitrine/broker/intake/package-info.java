/** Turns buffers that a peer offers into buffers that can be handed on, or refuses them. */
@NullMarked
package org.vitrine.broker.intake;

import org.jspecify.annotations.NullMarked;
