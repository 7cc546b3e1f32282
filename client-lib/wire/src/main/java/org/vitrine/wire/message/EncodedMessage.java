package org.vitrine.wire.message;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Holds a message ready to be sent.
 *
 * @param bytes from position 0 to its limit, on the heap and nobody else's
 * @param fds the descriptors to attach to its first byte, in this order; borrowed from whoever put them in the body
 */
public record EncodedMessage<F>(ByteBuffer bytes, List<F> fds) {
    public EncodedMessage {
        fds = List.copyOf(fds);
    }
}
