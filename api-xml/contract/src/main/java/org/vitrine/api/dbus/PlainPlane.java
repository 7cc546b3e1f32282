package org.vitrine.api.dbus;

/**
 * Describe a plane without its descriptor.
 *
 * @param offset in bytes from the start of its storage
 * @param stride in bytes from one row to the next
 */
public record PlainPlane(long offset, long stride) {}
