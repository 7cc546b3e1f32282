package org.vitrine.client;

import org.vitrine.api.dbus.ObjectPath;

/**
 * Names an image for as long as the broker runs; never used again for another one.
 *
 * @param serial a positive number
 */
public record ImageId(long serial) {
    private static final String PREFIX = PortalPaths.ROOT.value() + "/image/";

    public ImageId {
        if (serial <= 0) {
            throw new IllegalArgumentException("an image's id is a positive number");
        }
    }

    /** Returns the image's object at the portal door. */
    public ObjectPath path() {
        return new ObjectPath(PREFIX + serial);
    }

    /**
     * Returns the id in an image's object path.
     *
     * @throws IllegalArgumentException if it is no image's path
     */
    public static ImageId of(ObjectPath path) {
        if (!path.value().startsWith(PREFIX)) {
            throw new IllegalArgumentException("not the path of an image: " + path);
        }
        return new ImageId(Long.parseLong(path.value().substring(PREFIX.length())));
    }

    @Override
    public String toString() {
        return Long.toString(serial);
    }
}
