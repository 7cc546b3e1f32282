/**
 * Owns, sends, receives, inspects, maps and closes file descriptors.
 *
 * <p>{@link org.vitrine.fd.OwnedFd} says who closes a descriptor; {@link org.vitrine.fd.FdInspector} says what a
 * foreign one is without touching it. The calls go straight to the C library through {@code java.lang.foreign} and are
 * bound when first used. Each failure is a {@link org.vitrine.fd.SystemCallException} with the kernel's error number.
 */
@NullMarked
package org.vitrine.fd;

import org.jspecify.annotations.NullMarked;
