/** Establishes who calls: connection, user, process, sandbox and application. */
@NullMarked
package org.vitrine.broker.identity;

import org.jspecify.annotations.NullMarked;
