/** Programs that want to be taken for others. */
@NullMarked
package org.vitrine.checks.identity;

import org.jspecify.annotations.NullMarked;
