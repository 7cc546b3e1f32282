/** What both doors answer calls with: options, properties, values, and the lock around them. */
@NullMarked
package org.vitrine.broker.door;

import org.jspecify.annotations.NullMarked;
