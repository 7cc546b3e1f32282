package org.vitrine.wire.transport;

import java.nio.ByteBuffer;
import java.util.List;
import org.vitrine.wire.ReceivedFd;
import org.vitrine.wire.message.BodyDecoder;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageLimits;

/**
 * A message whose header is read and whose body is not.
 *
 * @param header its header
 * @param bytes the whole message; the reader's buffer until {@link #detached}
 * @param fds its descriptors; whoever handles the arrival closes them
 */
public record Arrival(Header header, ByteBuffer bytes, ReceivedFds fds) {

    /** Read the body; each {@code h} becomes a {@link ReceivedFd}. */
    public List<Object> decodeBody(MessageLimits limits) throws MalformedMessageException {
        List<ReceivedFd> received = fds.list();
        return BodyDecoder.decode(header, bytes, received, limits);
    }

    /** Tell whether the descriptors announced are the descriptors that came. */
    public boolean fdsComplete() {
        return !fds.lost() && fds.count() == header.fdCount();
    }

    /** Copy the bytes, so that the message outlives the reader's next read. */
    public Arrival detached() {
        ByteBuffer copy = ByteBuffer.allocate(bytes.limit());
        copy.put(0, bytes, 0, bytes.limit());
        return new Arrival(header, copy, fds);
    }
}
