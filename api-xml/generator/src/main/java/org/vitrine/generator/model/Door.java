package org.vitrine.generator.model;

import java.util.List;

/**
 * One XML file: what a bus connection of the broker offers.
 *
 * @param fileName the file's name
 * @param path the object that the interfaces start from
 * @param comment the file's own comment, with its line breaks
 * @param interfaces in the file's order
 */
public record Door(String fileName, String path, String comment, List<Interface> interfaces) {
    public Door {
        interfaces = List.copyOf(interfaces);
    }
}
