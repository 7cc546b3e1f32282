/** Sets LWJGL up for this process. */
@NullMarked
package org.vitrine.gpu.lwjgl;

import org.jspecify.annotations.NullMarked;
