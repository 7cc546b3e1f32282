package org.vitrine.client;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.wire.BusAddresses;

/**
 * Says where the broker is.
 *
 * @param busAddress the D-Bus address of the bus, such as {@code unix:path=/run/user/1000/bus}
 * @param portalName the name that the broker's portal door owns there
 * @param timeout for one answer of the broker; a question to the user is no part of it
 */
public record ConnectOptions(String busAddress, String portalName, Duration timeout) {
    /** The name that the portal door owns unless the distribution chose another one. */
    public static final String DEFAULT_PORTAL_NAME = "org.freedesktop.portal.Vitrine";

    private static final String NAME_VARIABLE = "VITRINE_PORTAL_NAME";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(25);

    /** How long a person may think about a question. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    public ConnectOptions {
        Objects.requireNonNull(busAddress);
        Objects.requireNonNull(portalName);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a time limit is longer than nothing");
        }
    }

    /** Uses the session bus, and the name in {@code VITRINE_PORTAL_NAME} or the default. */
    public static ConnectOptions session() {
        return ofBus(BusAddresses.session());
    }

    /** Uses another bus. */
    public static ConnectOptions ofBus(String busAddress) {
        String name = Optional.ofNullable(System.getenv(NAME_VARIABLE)).orElse(DEFAULT_PORTAL_NAME);
        return new ConnectOptions(busAddress, name, DEFAULT_TIMEOUT);
    }

    /** Returns the same for a broker that owns another name. */
    public ConnectOptions withPortalName(String otherName) {
        return new ConnectOptions(busAddress, otherName, timeout);
    }

    /** Returns the same with another time limit for an answer. */
    public ConnectOptions withTimeout(Duration otherTimeout) {
        return new ConnectOptions(busAddress, portalName, otherTimeout);
    }

    /** How long a call may take that a user is asked about, or that another program has to answer. */
    Duration patience() {
        return timeout.compareTo(PATIENCE) > 0 ? timeout : PATIENCE;
    }
}
