/** Writes down who was let in, who got what, and what was taken back. */
@NullMarked
package org.vitrine.broker.journal;

import org.jspecify.annotations.NullMarked;
