/**
 * Finds what this machine can make buffers with and import them with, and picks the best for a wish.
 *
 * <p>{@link org.vitrine.gpu.device.Devices#find} asks every system and keeps what it found open until closed:
 *
 * <pre>{@code
 * try (Devices devices = Devices.find()) {
 *     BufferWish wish = BufferWish.of(BufferSpec.of(1920, 1080, format), BufferUse.CPU, BufferUse.GPU);
 *     try (Allocation made = new Allocator(devices.exporters()).allocate(wish)) {
 *         log(made.reasons());
 *     }
 * }
 * }</pre>
 */
@NullMarked
package org.vitrine.gpu.device;

import org.jspecify.annotations.NullMarked;
