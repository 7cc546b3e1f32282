package org.vitrine.wire.message;

import org.jspecify.annotations.Nullable;

/** Names a header field by its code and the one type it may have (D-Bus specification, "Header Fields"). */
enum HeaderField {
    PATH(1, 'o'),
    INTERFACE(2, 's'),
    MEMBER(3, 's'),
    ERROR_NAME(4, 's'),
    REPLY_SERIAL(5, 'u'),
    DESTINATION(6, 's'),
    SENDER(7, 's'),
    SIGNATURE(8, 'g'),
    UNIX_FDS(9, 'u');

    private static final HeaderField[] FIELDS = values();

    private final byte code;
    private final byte type;

    HeaderField(int code, char type) {
        this.code = (byte) code;
        this.type = (byte) type;
    }

    byte code() {
        return code;
    }

    byte type() {
        return type;
    }

    int bit() {
        return 1 << code;
    }

    static @Nullable HeaderField ofCode(byte code) {
        return code >= 1 && code <= FIELDS.length ? FIELDS[code - 1] : null;
    }
}
