package org.vitrine.broker.registry;

import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.broker.identity.Caller;

/** Stands for an org.freedesktop.portal.Session object. */
public sealed interface Session permits ProducerSession, ConsumerSession {
    /** Returns its never-reused number. */
    long serial();

    /** Returns its path at the portal door. */
    ObjectPath path();

    /** Returns whose it is. */
    Caller owner();
}
