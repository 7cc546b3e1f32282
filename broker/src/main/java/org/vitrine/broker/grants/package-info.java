/** Remembers what users allowed and refused, in the desktop's permission store or in one of the same meaning. */
@NullMarked
package org.vitrine.broker.grants;

import org.jspecify.annotations.NullMarked;
