/** Finds the devices of this machine, and picks what makes the storage of an image. */
@NullMarked
package org.vitrine.gpu;

import org.jspecify.annotations.NullMarked;
