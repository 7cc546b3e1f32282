/** Sets up what the checks need: a private bus, a broker, programs of others. */
@NullMarked
package org.vitrine.checks.stage;

import org.jspecify.annotations.NullMarked;
