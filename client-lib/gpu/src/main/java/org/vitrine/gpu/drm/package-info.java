/**
 * Opens DRM devices, and moves buffers between their handles and PRIME descriptors, with nothing but the kernel.
 *
 * <p>A {@link org.vitrine.gpu.drm.DrmDevice} is opened on a {@link org.vitrine.gpu.drm.DrmNode}. What it knows a buffer
 * by is a {@link org.vitrine.gpu.drm.GemHandle}: one for each buffer, however it came, because the kernel does not
 * count how often a handle was given out. What other devices and processes know it by is a PRIME descriptor, a dma-buf:
 *
 * <pre>{@code
 * for (DrmNode node : DrmNodes.find()) {
 *     try (DrmDevice device = DrmDevice.open(node);
 *             GemHandle handle = device.importPrime(dmaBuf);
 *             OwnedFd sameBuffer = handle.exportPrime()) {
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>Every failure is a {@link org.vitrine.api.error.VitrineException}; a device that was unplugged, or whose driver
 * was unloaded, is a {@link org.vitrine.gpu.drm.DeviceGoneException}. All of it is safe for use by many threads.
 */
@NullMarked
package org.vitrine.gpu.drm;

import org.jspecify.annotations.NullMarked;
