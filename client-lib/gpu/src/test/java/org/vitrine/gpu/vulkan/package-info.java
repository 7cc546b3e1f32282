/** Tests of Vulkan; those in {@code …VmIT} need a driver that knows dma-bufs, and {@code /dev/udmabuf}. */
@NullMarked
package org.vitrine.gpu.vulkan;

import org.jspecify.annotations.NullMarked;
