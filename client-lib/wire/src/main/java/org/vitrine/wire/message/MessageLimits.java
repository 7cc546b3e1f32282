package org.vitrine.wire.message;

import org.vitrine.api.Limits;

/**
 * Bounds what one message may hold.
 *
 * @param bodyBytes longest body, 0…2^27
 * @param headerBytes longest header with its fixed part and padding, 16…2^27
 * @param stringBytes longest string or object path in UTF-8, without its NUL
 * @param variantDepth most variants inside each other, 0…64
 * @param fds most descriptors, 0…253 (SCM_MAX_FD, Linux include/net/scm.h)
 */
public record MessageLimits(int bodyBytes, int headerBytes, int stringBytes, int variantDepth, int fds) {
    /** A header has at most five names and one object path; this is a multiple of that. */
    private static final int HEADER_BYTES = 16 << 10;

    /** What Vitrine takes from peers unless configured otherwise. */
    public static final MessageLimits DEFAULTS = of(Limits.DEFAULTS);

    /** What the D-Bus specification allows, with the 16 descriptors a message that buses let pass. */
    public static final MessageLimits PROTOCOL = new MessageLimits(
            Protocol.MAX_MESSAGE_BYTES, Protocol.MAX_MESSAGE_BYTES, Protocol.MAX_MESSAGE_BYTES, 64, 16);

    public MessageLimits {
        check("bodyBytes", bodyBytes, 0, Protocol.MAX_MESSAGE_BYTES);
        check("headerBytes", headerBytes, Protocol.FIXED_BYTES, Protocol.MAX_MESSAGE_BYTES);
        check("stringBytes", stringBytes, 0, Protocol.MAX_MESSAGE_BYTES);
        check("variantDepth", variantDepth, 0, Protocol.MAX_CONTAINER_DEPTH);
        check("fds", fds, 0, Protocol.MAX_FDS);
    }

    /** Takes what concerns messages from the limits of the service. */
    public static MessageLimits of(Limits limits) {
        return new MessageLimits(
                limits.bodyBytes(),
                HEADER_BYTES,
                limits.stringBytes(),
                limits.variantDepth(),
                limits.descriptorsPerMessage());
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", not " + least + "…" + most);
        }
    }
}
