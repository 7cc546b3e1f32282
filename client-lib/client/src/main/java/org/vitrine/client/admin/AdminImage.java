package org.vitrine.client.admin;

import org.vitrine.api.dbus.ObjectPath;

/**
 * Describes an image, whoever may look at it.
 *
 * @param id its number, the same as at the portal door
 * @param producerId its producer's number
 * @param app its producer's application id; empty if it could not be established
 * @param title what the producer calls it
 * @param widthPixels width; 0 if unknown yet
 * @param heightPixels height; 0 if unknown yet
 * @param consumers how many sessions look at it
 */
public record AdminImage(
        long id, long producerId, String app, String title, long widthPixels, long heightPixels, long consumers) {
    /** Returns the image's object at the admin door. */
    public ObjectPath path() {
        return AdminDoor.ROOT.child("image").child(Long.toString(id));
    }

    static AdminImage of(ObjectPath path, Values values) {
        Values properties = values.inner("Properties");
        return new AdminImage(
                Values.serial(path),
                values.serial("Producer"),
                properties.text("producer"),
                properties.text("title"),
                properties.number("width"),
                properties.number("height"),
                properties.number("consumers"));
    }
}
