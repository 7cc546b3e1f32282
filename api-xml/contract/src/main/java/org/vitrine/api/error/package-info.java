/** Every error that can cross the bus. */
@NullMarked
package org.vitrine.api.error;

import org.jspecify.annotations.NullMarked;
