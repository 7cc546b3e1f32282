/** Answers the calls of both doors from the registry. */
@NullMarked
package org.vitrine.broker.door;

import org.jspecify.annotations.NullMarked;
