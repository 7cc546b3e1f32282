package org.vitrine.client.admin;

import org.vitrine.api.dbus.ObjectPath;

/**
 * Describes a producer.
 *
 * @param id its number
 * @param peer the program
 * @param uid its user id
 * @param images how many images it advertises
 */
public record AdminProducer(long id, AdminPeer peer, long uid, long images) {
    /** Returns the producer's object at the admin door. */
    public ObjectPath path() {
        return AdminDoor.ROOT.child("producer").child(Long.toString(id));
    }

    static AdminProducer of(ObjectPath path, Values values) {
        return new AdminProducer(
                Values.serial(path), AdminPeer.of(values), values.number("Uid"), values.number("Images"));
    }
}
