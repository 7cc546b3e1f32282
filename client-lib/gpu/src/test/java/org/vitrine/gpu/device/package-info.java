@NullMarked
package org.vitrine.gpu.device;

import org.jspecify.annotations.NullMarked;
