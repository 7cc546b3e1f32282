/** Finds rule files, reads them whole or not at all, and watches them. */
@NullMarked
package org.vitrine.broker.rules;

import org.jspecify.annotations.NullMarked;
