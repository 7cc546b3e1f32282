package org.vitrine.generator.model;

import java.util.Optional;

/**
 * An argument of a method or signal.
 *
 * @param name as the XML has it
 * @param type its D-Bus type
 * @param shape the Java record for the struct that the argument is, or is an array of
 * @param doc what it means
 */
public record Argument(String name, Type type, Optional<RecordShape> shape, String doc) {}
