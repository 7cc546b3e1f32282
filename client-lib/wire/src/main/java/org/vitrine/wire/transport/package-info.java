/** Move messages and their descriptors over the socket. */
@NullMarked
package org.vitrine.wire.transport;

import org.jspecify.annotations.NullMarked;
