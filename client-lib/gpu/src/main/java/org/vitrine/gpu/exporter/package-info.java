/**
 * Finds what this machine can make buffers with, and picks the best for a wish.
 *
 * <p>{@link org.vitrine.gpu.exporter.Exporters#find} asks every source and keeps what it found open until closed:
 *
 * <pre>{@code
 * try (Exporters exporters = Exporters.find()) {
 *     BufferWish wish = BufferWish.of(BufferSpec.of(1920, 1080, format), BufferUse.CPU, BufferUse.GPU);
 *     try (Allocation made = new Allocator(exporters.found()).allocate(wish)) {
 *         log(made.reasons());
 *     }
 * }
 * }</pre>
 */
@NullMarked
package org.vitrine.gpu.exporter;

import org.jspecify.annotations.NullMarked;
