package org.vitrine.api.error;

import static org.vitrine.api.error.Category.BROKER;
import static org.vitrine.api.error.Category.CALLER;
import static org.vitrine.api.error.Category.LIMIT;
import static org.vitrine.api.error.Category.PEER_GONE;
import static org.vitrine.api.error.Category.POLICY;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Name every error that can cross the bus. Standard names where D-Bus ({@code DBUS_ERROR_*} of {@code dbus-protocol.h})
 * and the portals ({@code org.freedesktop.portal.Error}) have one, ours where they have none.
 */
public enum ErrorName {
    /** Something failed for which there is no better name; the text says what. */
    FAILED("org.freedesktop.portal.Error.Failed", BROKER, false),
    /** An argument or option has the right type but a value that makes no sense here. */
    INVALID_ARGUMENT("org.freedesktop.portal.Error.InvalidArgument", CALLER, false),
    /** There is no such object, or the caller may not know of it: both look the same. */
    NOT_FOUND("org.freedesktop.portal.Error.NotFound", CALLER, false),
    /** What was to be made is there already, such as a handle token or a bus name. */
    EXISTS("org.freedesktop.portal.Error.Exists", CALLER, false),
    /** Policy, or the kernel, forbids it. */
    NOT_ALLOWED("org.freedesktop.portal.Error.NotAllowed", POLICY, false),
    /** The user cancelled it. */
    CANCELLED("org.freedesktop.portal.Error.Cancelled", POLICY, false),

    /** The object is another peer's, or the caller may not use this door. */
    ACCESS_DENIED("org.freedesktop.DBus.Error.AccessDenied", POLICY, false),
    /** The message's arguments don't have the method's signature, or can't be decoded. */
    INVALID_ARGS("org.freedesktop.DBus.Error.InvalidArgs", CALLER, false),
    /** The interface has no such method. */
    UNKNOWN_METHOD("org.freedesktop.DBus.Error.UnknownMethod", CALLER, false),
    /** The caller sees no object at that path. */
    UNKNOWN_OBJECT("org.freedesktop.DBus.Error.UnknownObject", CALLER, false),
    /** The object has no such interface. */
    UNKNOWN_INTERFACE("org.freedesktop.DBus.Error.UnknownInterface", CALLER, false),
    /** The interface has no such property. */
    UNKNOWN_PROPERTY("org.freedesktop.DBus.Error.UnknownProperty", CALLER, false),
    /** The property can't be set. */
    PROPERTY_READ_ONLY("org.freedesktop.DBus.Error.PropertyReadOnly", CALLER, false),
    /** A limit on size, number or rate is reached; it helps to give something back, or to wait. */
    LIMITS_EXCEEDED("org.freedesktop.DBus.Error.LimitsExceeded", LIMIT, true),
    /** The connection or the system can't do this, such as passing descriptors. */
    NOT_SUPPORTED("org.freedesktop.DBus.Error.NotSupported", CALLER, false),
    /** A time limit passed before there was an answer. */
    TIMEOUT("org.freedesktop.DBus.Error.Timeout", PEER_GONE, true),
    /** The other side did not answer, or went before it did. */
    NO_REPLY("org.freedesktop.DBus.Error.NoReply", PEER_GONE, true),
    /** The user would have to be asked: call again with the flag ALLOW_INTERACTIVE_AUTHORIZATION. */
    INTERACTIVE_AUTHORIZATION_REQUIRED("org.freedesktop.DBus.Error.InteractiveAuthorizationRequired", POLICY, true),
    /** Nobody owns the bus name, and nothing can be started for it. */
    SERVICE_UNKNOWN("org.freedesktop.DBus.Error.ServiceUnknown", PEER_GONE, true),
    /** The bus driver knows no connection by that name. */
    NAME_HAS_NO_OWNER("org.freedesktop.DBus.Error.NameHasNoOwner", PEER_GONE, true),
    /** The connection to the bus is lost. */
    DISCONNECTED("org.freedesktop.DBus.Error.Disconnected", PEER_GONE, true),

    /** A descriptor is of a kind that can't hold a picture. */
    INVALID_DESCRIPTOR("org.vitrine.Error.InvalidDescriptor", CALLER, false),
    /** A memfd lacks a seal that the offer needs; the text names the seals. */
    UNSEALED_MEMORY("org.vitrine.Error.UnsealedMemory", CALLER, false),
    /** A plane does not lie within its storage, or does not fit the format. */
    INVALID_LAYOUT("org.vitrine.Error.InvalidLayout", CALLER, false),
    /** The image has another generation of buffers by now. */
    STALE_GENERATION("org.vitrine.Error.StaleGeneration", CALLER, true),
    /** The image's producer went away. */
    PRODUCER_GONE("org.vitrine.Error.ProducerGone", PEER_GONE, false),
    /** The kernel dropped descriptors on receipt, because the receiver could open no more. */
    DESCRIPTORS_LOST("org.vitrine.Error.DescriptorsLost", LIMIT, true),
    /** The broker has a bug; the text has an incident id, which its log has too. */
    INTERNAL("org.vitrine.Error.Internal", BROKER, false);

    private static final Map<String, ErrorName> BY_DBUS_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ErrorName::dbusName, Function.identity()));

    private final String dbusName;
    private final Category category;
    private final boolean retryHelps;

    ErrorName(String dbusName, Category category, boolean retryHelps) {
        this.dbusName = dbusName;
        this.category = category;
        this.retryHelps = retryHelps;
    }

    /** Find the error of that name; empty for names that are not ours to know. */
    public static Optional<ErrorName> ofDbusName(String dbusName) {
        return Optional.ofNullable(BY_DBUS_NAME.get(dbusName));
    }

    /** Return the name as it goes over the bus, such as {@code org.freedesktop.portal.Error.NotFound}. */
    public String dbusName() {
        return dbusName;
    }

    /** Tell on whose side the cause lies. */
    public Category category() {
        return category;
    }

    /** Tell whether the same call may succeed later, or with the flag or generation that the error asks for. */
    public boolean retryHelps() {
        return retryHelps;
    }
}
