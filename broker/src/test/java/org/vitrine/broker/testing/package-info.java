/** Runs a broker within a test. */
@NullMarked
package org.vitrine.broker.testing;

import org.jspecify.annotations.NullMarked;
