package org.vitrine.broker.door;

/** Tells how many messages the connections have dropped since the start. */
@FunctionalInterface
public interface DropCount {
    /** Returns the number. */
    long dropped();
}
