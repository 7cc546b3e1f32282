package org.vitrine.wire.testing;

/** The kinds of bus on which the contract must hold. */
public enum BusKind {
    /** The reference implementation, with its peers on the bus itself. */
    DBUS_DAEMON,
    /** The same, with its peers behind the proxy that Flatpak puts before a sandbox. */
    BEHIND_FLATPAKS_PROXY,
    /** The other implementation, with its peers on the bus itself. */
    DBUS_BROKER;

    /** Start such a bus. */
    public ContractBus start() {
        return ContractBus.start(this);
    }

    /** Tell whether peers are sandboxed apps to those on the bus itself. */
    public boolean sandboxesPeers() {
        return this == BEHIND_FLATPAKS_PROXY;
    }
}
