package org.vitrine.client;

import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;

/** Knows where the portal door keeps its objects. */
final class PortalPaths {
    static final ObjectPath ROOT = new ObjectPath("/org/freedesktop/portal/vitrine");

    private PortalPaths() {}

    static ObjectPath request(UniqueName caller, String token) {
        return ROOT.child("request").child(caller.asPathElement()).child(token);
    }

    static ObjectPath session(UniqueName caller, String token) {
        return ROOT.child("session").child(caller.asPathElement()).child(token);
    }
}
