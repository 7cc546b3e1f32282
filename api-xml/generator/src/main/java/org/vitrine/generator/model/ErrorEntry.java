package org.vitrine.generator.model;

/**
 * An error that can cross the bus.
 *
 * @param constant its Java constant
 * @param dbusName its name on the bus
 * @param category on whose side the cause lies
 * @param retryHelps whether the same call may succeed later
 * @param doc what it means
 */
public record ErrorEntry(String constant, String dbusName, String category, boolean retryHelps, String doc) {}
