package org.vitrine.generator.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything there is to generate from.
 *
 * @param doors in the order of their files' names
 * @param errors in the order of the Java constants
 */
public record Contract(List<Door> doors, List<ErrorEntry> errors) {
    public Contract {
        doors = List.copyOf(doors);
        errors = List.copyOf(errors);
    }

    /** List the interfaces of all doors. */
    public Stream<Interface> interfaces() {
        return doors.stream().flatMap(door -> door.interfaces().stream());
    }

    /** Find the error of a constant that the contract names. */
    public ErrorEntry error(String constant) {
        return errors.stream()
                .filter(error -> error.constant().equals(constant))
                .findFirst()
                .orElseThrow();
    }
}
