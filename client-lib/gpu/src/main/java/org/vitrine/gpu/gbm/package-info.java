/**
 * Allocates buffers with the help of the GPU's driver: GBM, the library {@code libgbm.so.1}.
 *
 * <p>{@link org.vitrine.gpu.gbm.GbmDevice} opens a DRM node, {@link org.vitrine.gpu.gbm.GbmAllocator} makes buffers on
 * it. The library is loaded when the first device is opened; where it is missing, that fails with NOT_SUPPORTED.
 */
@NullMarked
package org.vitrine.gpu.gbm;

import org.jspecify.annotations.NullMarked;
