package org.vitrine.wire.message;

import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;

/**
 * Holds the header of a message; names are checked, and what the type of message requires is there.
 *
 * @param serial 1…2^32−1
 * @param replySerial serial of the call that is answered, 0 for none
 * @param signature of the body, empty for none
 * @param fdCount descriptors announced (UNIX_FDS), 0…253
 */
public record Header(
        MessageType type,
        boolean noReplyExpected,
        boolean noAutoStart,
        boolean interactiveAllowed,
        long serial,
        @Nullable ObjectPath path,
        @Nullable String interfaceName,
        @Nullable String member,
        @Nullable String errorName,
        long replySerial,
        @Nullable String destination,
        @Nullable String sender,
        TypeSignature signature,
        int fdCount) {
    private static final long MAX_SERIAL = 0xffff_ffffL;
    private static final String LOCAL_PATH = "/org/freedesktop/DBus/Local";
    private static final String LOCAL_INTERFACE = "org.freedesktop.DBus.Local";

    public Header {
        require(serial > 0 && serial <= MAX_SERIAL, "serial is not 1…2^32-1");
        require(replySerial >= 0 && replySerial <= MAX_SERIAL, "reply serial is not 0…2^32-1");
        require(fdCount >= 0 && fdCount <= Protocol.MAX_FDS, "number of descriptors is not 0…253");
        require(interfaceName == null || NameGrammar.isInterface(interfaceName), "interface name is not valid");
        require(member == null || NameGrammar.isMember(member), "member name is not valid");
        require(errorName == null || NameGrammar.isInterface(errorName), "error name is not valid");
        require(destination == null || NameGrammar.isBusName(destination), "destination is not a bus name");
        require(sender == null || NameGrammar.isBusName(sender), "sender is not a bus name");
        require(!LOCAL_INTERFACE.equals(interfaceName), "interface is reserved for messages that never travel");
        require(path == null || !LOCAL_PATH.equals(path.value()), "path is reserved for messages that never travel");
        requireFields(type, path, interfaceName, member, errorName, replySerial);
    }

    /** Begins a method call; {@code interfaceName} may be null, as the specification allows. */
    public static HeaderBuilder call(ObjectPath path, @Nullable String interfaceName, String member) {
        return new HeaderBuilder(MessageType.METHOD_CALL)
                .path(path)
                .interfaceName(interfaceName)
                .member(member);
    }

    /** Begins the successful reply to a call, addressed to its sender. */
    public static HeaderBuilder returnTo(Header call) {
        return answer(MessageType.METHOD_RETURN, call);
    }

    /** Begins the failed reply to a call, addressed to its sender. */
    public static HeaderBuilder error(Header call, String errorName) {
        return answer(MessageType.ERROR, call).errorName(errorName);
    }

    /** Begins a signal; without a destination it goes to all who asked for it. */
    public static HeaderBuilder signal(ObjectPath path, String interfaceName, String member) {
        return new HeaderBuilder(MessageType.SIGNAL)
                .path(path)
                .interfaceName(interfaceName)
                .member(member)
                .noReplyExpected();
    }

    private static HeaderBuilder answer(MessageType type, Header call) {
        return new HeaderBuilder(type)
                .replySerial(call.serial)
                .destination(call.sender)
                .noReplyExpected();
    }

    private static void requireFields(
            MessageType type,
            @Nullable ObjectPath path,
            @Nullable String interfaceName,
            @Nullable String member,
            @Nullable String errorName,
            long replySerial) {
        switch (type) {
            case METHOD_CALL -> require(path != null && member != null, "call lacks its path or member");
            case METHOD_RETURN -> require(replySerial != 0, "return lacks its reply serial");
            case ERROR -> require(errorName != null && replySerial != 0, "error lacks its name or reply serial");
            case SIGNAL ->
                require(
                        path != null && interfaceName != null && member != null,
                        "signal lacks its path, interface or member");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
