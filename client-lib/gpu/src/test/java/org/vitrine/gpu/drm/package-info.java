@NullMarked
package org.vitrine.gpu.drm;

import org.jspecify.annotations.NullMarked;
