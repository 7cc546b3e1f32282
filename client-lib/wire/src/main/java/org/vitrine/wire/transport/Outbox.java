package org.vitrine.wire.transport;

import org.vitrine.fd.Fd;
import org.vitrine.wire.message.EncodedMessage;

/** Send messages. */
@FunctionalInterface
public interface Outbox {

    /**
     * Send a message, or queue it while the bus doesn't take it; descriptors stay the caller's and may be closed when
     * this returns. Never blocks; safe from any thread. A message sent after the connection is lost is dropped.
     */
    void send(EncodedMessage<Fd> message);
}
