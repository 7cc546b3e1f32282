/** Makes dma-bufs of ordinary pages, which the processor draws into and most GPUs import. */
@NullMarked
package org.vitrine.gpu.memory;

import org.jspecify.annotations.NullMarked;
