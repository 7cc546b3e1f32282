@NullMarked
package org.vitrine.gpucheck;

import org.jspecify.annotations.NullMarked;
