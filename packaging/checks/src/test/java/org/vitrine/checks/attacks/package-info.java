/** Attacks the real broker, and counts what it loses. */
@NullMarked
package org.vitrine.checks.attacks;

import org.jspecify.annotations.NullMarked;
