package org.vitrine.client.admin;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.wire.BusAddresses;

/**
 * Says where the broker's admin door is.
 *
 * @param busAddress the D-Bus address of the bus, such as {@code unix:path=/run/user/1000/bus}
 * @param adminName the name that the broker's admin door owns there
 * @param timeout for one answer of the broker
 */
public record AdminOptions(String busAddress, String adminName, Duration timeout) {
    /** The name that the admin door owns unless the distribution chose another one. */
    public static final String DEFAULT_ADMIN_NAME = "org.vitrine.Admin";

    private static final String NAME_VARIABLE = "VITRINE_ADMIN_NAME";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(25);

    public AdminOptions {
        Objects.requireNonNull(busAddress);
        Objects.requireNonNull(adminName);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a time limit is longer than nothing");
        }
    }

    /** Uses the session bus, and the name in {@code VITRINE_ADMIN_NAME} or the default. */
    public static AdminOptions session() {
        return ofBus(BusAddresses.session());
    }

    /** Uses another bus. */
    public static AdminOptions ofBus(String busAddress) {
        String name = Optional.ofNullable(System.getenv(NAME_VARIABLE)).orElse(DEFAULT_ADMIN_NAME);
        return new AdminOptions(busAddress, name, DEFAULT_TIMEOUT);
    }

    /** Returns the same with another time limit for an answer. */
    public AdminOptions withTimeout(Duration otherTimeout) {
        return new AdminOptions(busAddress, adminName, otherTimeout);
    }
}
