package org.vitrine.broker.registry;

import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;

/** Makes and reads the object paths of the portal door. */
public final class PortalPaths {
    private static final String ROOT_TEXT = "/org/freedesktop/portal/vitrine";
    private static final String IMAGE = ROOT_TEXT + "/image/";
    private static final String REQUEST = ROOT_TEXT + "/request/";
    private static final String SESSION = ROOT_TEXT + "/session/";

    /** The object with Producer1 and Consumer1. */
    public static final ObjectPath ROOT = new ObjectPath(ROOT_TEXT);

    private PortalPaths() {}

    /** Returns the path of an image. */
    public static ObjectPath image(long serial) {
        return new ObjectPath(IMAGE + serial);
    }

    /** Returns the serial in an image's path; {@link Serials#NONE} if it is not one. */
    public static long imageSerial(ObjectPath path) {
        return Serials.parse(path.value(), IMAGE);
    }

    static ObjectPath request(UniqueName owner, HandleToken token) {
        return new ObjectPath(REQUEST + owner.asPathElement() + "/" + token.value());
    }

    static ObjectPath session(UniqueName owner, HandleToken token) {
        return new ObjectPath(SESSION + owner.asPathElement() + "/" + token.value());
    }

    /** Returns whether a path has the form of a request of somebody else. */
    public static boolean isRequestOfAnother(ObjectPath path, UniqueName caller) {
        String value = path.value();
        int slash = value.indexOf('/', REQUEST.length());
        return value.startsWith(REQUEST)
                && slash > 0
                && value.indexOf('/', slash + 1) < 0
                && !value.substring(REQUEST.length(), slash).equals(caller.asPathElement());
    }
}
