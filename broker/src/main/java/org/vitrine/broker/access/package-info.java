/** Asks policy, and the user where policy says so. */
@NullMarked
package org.vitrine.broker.access;

import org.jspecify.annotations.NullMarked;
