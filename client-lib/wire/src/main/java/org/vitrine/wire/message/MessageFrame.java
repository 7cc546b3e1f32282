package org.vitrine.wire.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Tells where a message ends, from its first 16 bytes and before any memory is set aside for it.
 *
 * @param headerBytes length of the header with its fixed part and its padding, 16…2^27
 * @param bodyBytes length of the body, 0…2^27; the two together are at most 2^27 (D-Bus specification, "Message
 *     Format")
 */
public record MessageFrame(ByteOrder order, int headerBytes, int bodyBytes) {
    /** So many bytes are needed to know the length of a message. */
    public static final int FIXED_LENGTH = Protocol.FIXED_BYTES;

    private static final int BODY_LENGTH_OFFSET = 4;
    private static final int FIELDS_LENGTH_OFFSET = 12;

    /**
     * Reads the 16 bytes at the buffer's position, which does not move.
     *
     * @throws MalformedMessageException always {@linkplain MalformedMessageException.Severity#FATAL fatal}
     */
    public static MessageFrame of(ByteBuffer bytes) throws MalformedMessageException {
        return at(bytes, bytes.position());
    }

    static MessageFrame at(ByteBuffer bytes, int start) throws MalformedMessageException {
        if (bytes.limit() - start < FIXED_LENGTH) {
            throw MalformedMessageException.fatal("message is shorter than the fixed part of its header");
        }
        ByteOrder order = orderOf(bytes.get(start));
        if (bytes.get(start + 3) != Protocol.VERSION) {
            throw MalformedMessageException.fatal("protocol version is not 1");
        }
        long fieldsBytes = unsignedInt(bytes, start + FIELDS_LENGTH_OFFSET, order);
        long bodyBytes = unsignedInt(bytes, start + BODY_LENGTH_OFFSET, order);
        if (fieldsBytes > Protocol.MAX_ARRAY_BYTES) {
            throw MalformedMessageException.fatal("header fields exceed 64 MiB");
        }
        int headerBytes = Protocol.align(FIXED_LENGTH + (int) fieldsBytes, Protocol.HEADER_ALIGNMENT);
        if (headerBytes + bodyBytes > Protocol.MAX_MESSAGE_BYTES) {
            throw MalformedMessageException.fatal("message exceeds 128 MiB");
        }
        return new MessageFrame(order, headerBytes, (int) bodyBytes);
    }

    /** Returns the length of the whole message. */
    public int lengthBytes() {
        return headerBytes + bodyBytes;
    }

    /** Tells whether the header is short enough to be kept; if not, no answer is possible. */
    public boolean headerFits(MessageLimits limits) {
        return headerBytes <= limits.headerBytes();
    }

    /** Tells whether the body is short enough to be kept; if not, the header alone can be decoded and answered. */
    public boolean bodyFits(MessageLimits limits) {
        return bodyBytes <= limits.bodyBytes();
    }

    private static ByteOrder orderOf(byte mark) throws MalformedMessageException {
        return switch (mark) {
            case Protocol.LITTLE_ENDIAN_MARK -> ByteOrder.LITTLE_ENDIAN;
            case Protocol.BIG_ENDIAN_MARK -> ByteOrder.BIG_ENDIAN;
            default -> throw MalformedMessageException.fatal("byte order mark is neither l nor B");
        };
    }

    private static long unsignedInt(ByteBuffer bytes, int offset, ByteOrder order) {
        return Integer.toUnsignedLong(bytes.order(order).getInt(offset));
    }
}
