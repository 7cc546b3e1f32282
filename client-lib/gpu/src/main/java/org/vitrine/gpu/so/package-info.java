/** Loads the shared objects of the system. */
@NullMarked
package org.vitrine.gpu.so;

import org.jspecify.annotations.NullMarked;
