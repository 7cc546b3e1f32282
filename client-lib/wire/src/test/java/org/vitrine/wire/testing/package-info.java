/** Help to test whatever talks to a bus: a bus of one's own, and a client that may send anything at all. */
@NullMarked
package org.vitrine.wire.testing;

import org.jspecify.annotations.NullMarked;
