package org.vitrine.wire.transport;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.vitrine.fd.Fd;
import org.vitrine.fd.MessageSocket;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;
import org.vitrine.fd.ReceivedChunk;

/** Own the socket to the bus. Safe for one thread that reads and any that send; a call under way survives a close. */
public final class BusSocket implements SocketPort, AutoCloseable {
    private final OwnedFd owned;
    private final MessageSocket socket;

    private BusSocket(OwnedFd owned) {
        this.owned = owned;
        this.socket = new MessageSocket(owned);
    }

    /** Duplicate the socket that somebody else owns and closes. */
    public static BusSocket duplicate(int number) {
        return new BusSocket(RawFds.dup(number));
    }

    /** Receive what is there, waiting for at least one byte. */
    public ReceivedChunk receive(ByteBuffer into) {
        return socket.receive(into, false);
    }

    @Override
    public int trySend(ByteBuffer bytes, List<? extends Fd> fds) {
        return Math.max(0, socket.send(bytes, fds, true));
    }

    @Override
    public void awaitWritable(Duration timeout) {
        socket.awaitWritable(timeout);
    }

    /** End both directions: the reader wakes and finds the end of the stream. */
    public void shutdown() {
        if (owned.isOpen()) {
            socket.shutdown();
        }
    }

    /** Close the socket, once nobody uses it; called once. */
    @Override
    public void close() {
        owned.close();
    }
}
