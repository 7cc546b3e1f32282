package org.vitrine.wire.message;

import org.jspecify.annotations.Nullable;

/** Names a header field by its code and the one type it may have (D-Bus specification, "Header Fields"). */
enum HeaderField {
    PATH('o'),
    INTERFACE('s'),
    MEMBER('s'),
    ERROR_NAME('s'),
    REPLY_SERIAL('u'),
    DESTINATION('s'),
    SENDER('s'),
    SIGNATURE('g'),
    UNIX_FDS('u');

    private static final HeaderField[] FIELDS = values();

    private final byte type;

    HeaderField(char type) {
        this.type = (byte) type;
    }

    byte code() {
        return (byte) (ordinal() + 1);
    }

    byte type() {
        return type;
    }

    int bit() {
        return 1 << ordinal();
    }

    static @Nullable HeaderField ofCode(byte code) {
        return code >= 1 && code <= FIELDS.length ? FIELDS[code - 1] : null;
    }
}
