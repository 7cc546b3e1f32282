@NullMarked
package org.vitrine.gpu.memory;

import org.jspecify.annotations.NullMarked;
