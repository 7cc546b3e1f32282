package org.vitrine.wire.transport;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.vitrine.fd.Fd;

/** The sending side of a socket. */
public interface SocketPort {

    /**
     * Send what the socket takes now, from the buffer's position, which moves; descriptors go with the first byte.
     * Never blocks.
     *
     * @return the bytes sent, 0 if it takes none
     * @throws org.vitrine.fd.SystemCallException if the message can't be sent, or nothing any more
     */
    int trySend(ByteBuffer bytes, List<? extends Fd> fds);

    /** Wait until it takes something again; may return early. */
    void awaitWritable(Duration timeout);
}
