/** Call others, know who owns names, hear signals. */
@NullMarked
package org.vitrine.wire.outgoing;

import org.jspecify.annotations.NullMarked;
