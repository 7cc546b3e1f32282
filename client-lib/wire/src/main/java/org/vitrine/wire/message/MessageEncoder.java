package org.vitrine.wire.message;

import java.util.List;

/** Writes messages, little-endian. Safe for use by several threads; never blocks. */
public final class MessageEncoder {
    private MessageEncoder() {}

    /**
     * Encodes a message whole, or throws before anything can be sent of it.
     *
     * @param header its {@code fdCount} is ignored: the number of descriptors in the body counts
     * @param body one value for each complete type of the header's signature; an {@code h} may be anywhere, and equal
     *     ones share one index
     * @param fdType what an {@code h} is
     * @throws IllegalArgumentException if a value is not of its type, or text can't be UTF-8
     * @throws MessageTooLargeException if a limit is in the way
     */
    public static <F> EncodedMessage<F> encode(Header header, List<?> body, Class<F> fdType, MessageLimits limits) {
        long mostBytes = Math.min((long) limits.headerBytes() + limits.bodyBytes(), Protocol.MAX_MESSAGE_BYTES);
        WireWriter wire = new WireWriter((int) mostBytes + HeaderWriter.FDS_FIELD_BYTES);
        HeaderWriter headerWriter = new HeaderWriter(wire, header);
        headerWriter.writeFields();
        int bodyStart = wire.position();
        ValueWriter<F> values = new ValueWriter<>(wire, fdType, limits);
        values.writeAll(header.signature().types(), body);
        if (bodyStart > limits.headerBytes()) {
            throw new MessageTooLargeException("header is too long");
        }
        if (wire.position() - bodyStart > limits.bodyBytes()) {
            throw new MessageTooLargeException("body is too long");
        }
        return new EncodedMessage<>(headerWriter.finish(bodyStart, values.fds().size()), values.fds());
    }
}
