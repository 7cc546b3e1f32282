package org.vitrine.wire.message;

import org.jspecify.annotations.Nullable;

/** Say what a message is for (D-Bus specification, "Message Format"). */
public enum MessageType {
    METHOD_CALL(1),
    METHOD_RETURN(2),
    ERROR(3),
    SIGNAL(4);

    private static final MessageType[] TYPES = values();

    private final byte code;

    MessageType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static @Nullable MessageType ofCode(byte code) {
        return code >= 1 && code <= TYPES.length ? TYPES[code - 1] : null;
    }
}
