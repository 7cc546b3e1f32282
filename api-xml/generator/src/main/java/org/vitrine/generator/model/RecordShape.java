package org.vitrine.generator.model;

import java.util.List;

/**
 * The Java record that stands for a struct.
 *
 * @param name the record's name
 * @param fields the names of its fields in order
 */
public record RecordShape(String name, List<String> fields) {
    public RecordShape {
        fields = List.copyOf(fields);
    }
}
