package org.vitrine.wire.message;

/** Holds the fixed figures of the D-Bus specification ("Message Protocol", "Marshaling"). */
final class Protocol {
    static final byte VERSION = 1;
    static final byte LITTLE_ENDIAN_MARK = 'l';
    static final byte BIG_ENDIAN_MARK = 'B';

    /** Fixed part of the header, with the length of the array of fields. */
    static final int FIXED_BYTES = 16;

    static final int HEADER_ALIGNMENT = 8;
    static final int MAX_MESSAGE_BYTES = 1 << 27;
    static final int MAX_ARRAY_BYTES = 1 << 26;
    static final int MAX_NAME_BYTES = 255;

    /** Arrays, structs, dictionary entries and variants inside each other, in all. */
    static final int MAX_CONTAINER_DEPTH = 64;

    /** The kernel takes no more in one message (SCM_MAX_FD, include/net/scm.h). */
    static final int MAX_FDS = 253;

    private Protocol() {}

    static int align(int offset, int boundary) {
        return (offset + boundary - 1) & -boundary;
    }
}
