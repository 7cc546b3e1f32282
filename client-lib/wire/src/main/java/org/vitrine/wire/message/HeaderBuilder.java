package org.vitrine.wire.message;

import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;

/** Collects the fields of a {@link Header}, which checks them when built. Not for use by several threads. */
public final class HeaderBuilder {
    private final MessageType type;
    private int flags;
    private long serial;
    private @Nullable ObjectPath path;
    private @Nullable String interfaceName;
    private @Nullable String member;
    private @Nullable String errorName;
    private long replySerial;
    private @Nullable String destination;
    private @Nullable String sender;
    private TypeSignature signature = TypeSignature.EMPTY;
    private int fdCount;

    HeaderBuilder(MessageType type) {
        this.type = type;
    }

    /** Sets the serial, 1…2^32−1. */
    public HeaderBuilder serial(long newSerial) {
        serial = newSerial;
        return this;
    }

    /** Sets who is to get the message, a unique or well-known bus name; null for nobody in particular. */
    public HeaderBuilder destination(@Nullable String newDestination) {
        destination = newDestination;
        return this;
    }

    /** Sets who sends the message; a bus overwrites it. */
    public HeaderBuilder sender(@Nullable String newSender) {
        sender = newSender;
        return this;
    }

    /** Sets the signature of the body. */
    public HeaderBuilder signature(TypeSignature newSignature) {
        signature = newSignature;
        return this;
    }

    public HeaderBuilder noReplyExpected() {
        return flags(flags | HeaderFlag.NO_REPLY_EXPECTED);
    }

    public HeaderBuilder noAutoStart() {
        return flags(flags | HeaderFlag.NO_AUTO_START);
    }

    public HeaderBuilder interactiveAllowed() {
        return flags(flags | HeaderFlag.ALLOW_INTERACTIVE_AUTHORIZATION);
    }

    /**
     * Makes the header.
     *
     * @throws IllegalArgumentException if a name is not valid, the serial not set, or a required field missing
     */
    public Header build() {
        return new Header(
                type,
                has(HeaderFlag.NO_REPLY_EXPECTED),
                has(HeaderFlag.NO_AUTO_START),
                has(HeaderFlag.ALLOW_INTERACTIVE_AUTHORIZATION),
                serial,
                path,
                interfaceName,
                member,
                errorName,
                replySerial,
                destination,
                sender,
                signature,
                fdCount);
    }

    HeaderBuilder flags(int newFlags) {
        flags = newFlags;
        return this;
    }

    HeaderBuilder path(ObjectPath newPath) {
        path = newPath;
        return this;
    }

    HeaderBuilder interfaceName(@Nullable String newInterfaceName) {
        interfaceName = newInterfaceName;
        return this;
    }

    HeaderBuilder member(String newMember) {
        member = newMember;
        return this;
    }

    HeaderBuilder errorName(String newErrorName) {
        errorName = newErrorName;
        return this;
    }

    HeaderBuilder replySerial(long newReplySerial) {
        replySerial = newReplySerial;
        return this;
    }

    HeaderBuilder fdCount(int newFdCount) {
        fdCount = newFdCount;
        return this;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
