package org.vitrine.broker.registry;

import org.vitrine.api.dbus.ObjectPath;

/** Makes and reads the object paths of the admin door. */
public final class AdminPaths {
    private static final String ROOT_TEXT = "/org/vitrine/Admin";
    private static final String PRODUCER = ROOT_TEXT + "/producer/";
    private static final String IMAGE = ROOT_TEXT + "/image/";
    private static final String SESSION = ROOT_TEXT + "/session/";

    /** The object with Admin1 and ObjectManager. */
    public static final ObjectPath ROOT = new ObjectPath(ROOT_TEXT);

    private AdminPaths() {}

    /** Returns the path of a producer. */
    public static ObjectPath producer(long serial) {
        return new ObjectPath(PRODUCER + serial);
    }

    /** Returns the path of an image. */
    public static ObjectPath image(long serial) {
        return new ObjectPath(IMAGE + serial);
    }

    /** Returns the path of a session. */
    public static ObjectPath session(long serial) {
        return new ObjectPath(SESSION + serial);
    }

    /** Returns the serial in a producer's path; {@link Serials#NONE} if it is not one. */
    public static long producerSerial(ObjectPath path) {
        return Serials.parse(path.value(), PRODUCER);
    }

    /** Returns the serial in an image's path; {@link Serials#NONE} if it is not one. */
    public static long imageSerial(ObjectPath path) {
        return Serials.parse(path.value(), IMAGE);
    }

    /** Returns the serial in a session's path; {@link Serials#NONE} if it is not one. */
    public static long sessionSerial(ObjectPath path) {
        return Serials.parse(path.value(), SESSION);
    }
}
