package org.vitrine.broker.door.admin;

/** Tells how many messages the connections have dropped since the start. */
@FunctionalInterface
public interface DropCount {
    /** Returns the number. */
    long dropped();
}
