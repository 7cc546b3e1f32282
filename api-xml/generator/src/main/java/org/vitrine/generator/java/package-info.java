/** Writes Java. */
@NullMarked
package org.vitrine.generator.java;

import org.jspecify.annotations.NullMarked;
