@NullMarked
package org.vitrine.gpu.exporter;

import org.jspecify.annotations.NullMarked;
