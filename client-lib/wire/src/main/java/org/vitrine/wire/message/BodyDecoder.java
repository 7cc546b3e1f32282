package org.vitrine.wire.message;

import java.nio.ByteBuffer;
import java.util.List;

/** Reads the body of a message in either byte order. Safe for use by several threads; never blocks. */
public final class BodyDecoder {
    private BodyDecoder() {}

    /**
     * Reads the arguments of the message that begins at index 0 of the buffer and ends at its limit.
     *
     * @param header what {@link HeaderDecoder} made of the same message
     * @param fds the descriptors that came with it, in order; each {@code h} becomes one of them, they stay the
     *     caller's to close, and some may occur in no value or in several
     * @throws MalformedMessageException always {@linkplain MalformedMessageException.Severity#ANSWERABLE answerable},
     *     save where the buffer holds another message than that of the header
     */
    public static <F> List<Object> decode(Header header, ByteBuffer message, List<F> fds, MessageLimits limits)
            throws MalformedMessageException {
        MessageFrame frame = MessageFrame.at(message, 0);
        if (!frame.bodyFits(limits)) {
            throw MalformedMessageException.answerable(header, "body is too long");
        }
        if (message.limit() != frame.lengthBytes()) {
            throw MalformedMessageException.answerable(header, "body is cut off or followed by more");
        }
        int limit = message.limit();
        message.order(frame.order()).position(frame.headerBytes());
        try {
            WireReader wire = new WireReader(message);
            List<Object> body = new ValueReader<>(wire, fds, limits)
                    .readAll(header.signature().types());
            if (wire.remaining() > 0) {
                throw new WireFault("body is longer than its signature");
            }
            return body;
        } catch (WireFault e) {
            throw MalformedMessageException.answerable(header, String.valueOf(e.getMessage()));
        } finally {
            message.limit(limit);
        }
    }
}
