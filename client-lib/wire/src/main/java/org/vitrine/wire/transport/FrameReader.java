package org.vitrine.wire.transport;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.vitrine.fd.ReceivedChunk;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageFrame;
import org.vitrine.wire.message.MessageLimits;

/**
 * Cut a stream of bytes and descriptors into messages. Of what is over the limits only the header is kept; the rest is
 * read and dropped in pieces, so that a peer's length never decides what is allocated. Used by one thread.
 */
public final class FrameReader implements AutoCloseable {
    private static final int INITIAL_BYTES = 128 << 10;

    /** Reads what the socket has, at least one byte, into a buffer; moves its position. */
    @FunctionalInterface
    public interface ChunkSource {
        ReceivedChunk receive(ByteBuffer into) throws IOException;
    }

    private final ChunkSource source;
    private final MessageLimits limits;
    private final FdBatches batches = new FdBatches();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(INITIAL_BYTES);
    private int start;
    private int end;
    private long startOffset;
    private int skipBytes;

    public FrameReader(ChunkSource source, MessageLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /**
     * Read the next message, waiting for it.
     *
     * @throws EOFException when the stream has ended
     * @throws IOException when it can't be followed any more
     */
    public Frame next() throws IOException {
        while (true) {
            skip();
            MessageFrame frame = readFixedPart();
            if (!frame.headerFits(limits)) {
                skipBytes = frame.lengthBytes();
            } else if (!frame.bodyFits(limits)) {
                return headerOnly(frame);
            } else {
                return whole(frame.lengthBytes());
            }
        }
    }

    private Frame whole(int lengthBytes) throws IOException {
        require(lengthBytes);
        ByteBuffer bytes = buffer.slice(start, lengthBytes);
        return new Frame(bytes, consume(lengthBytes), false);
    }

    private Frame headerOnly(MessageFrame frame) throws IOException {
        require(frame.headerBytes());
        ByteBuffer bytes = buffer.slice(start, frame.headerBytes());
        skipBytes = frame.bodyBytes();
        return new Frame(bytes, consume(frame.headerBytes()), true);
    }

    private MessageFrame readFixedPart() throws IOException {
        require(MessageFrame.FIXED_LENGTH);
        try {
            return MessageFrame.of(buffer.limit(end).position(start));
        } catch (MalformedMessageException e) {
            throw new IOException("The stream of messages is broken: " + e.getMessage(), e);
        }
    }

    private void skip() throws IOException {
        while (skipBytes > 0) {
            require(1);
            int dropped = Math.min(skipBytes, end - start);
            skipBytes -= dropped;
            consume(dropped).closeUntaken();
        }
    }

    private ReceivedFds consume(int bytes) {
        start += bytes;
        startOffset += bytes;
        return batches.takeUpTo(startOffset);
    }

    private void require(int bytes) throws IOException {
        if (end - start >= bytes) {
            return;
        }
        makeRoom(bytes);
        while (end - start < bytes) {
            receive();
        }
    }

    private void receive() throws IOException {
        ReceivedChunk chunk = source.receive(buffer.limit(buffer.capacity()).position(end));
        int bytes = chunk.byteCount();
        batches.add(startOffset + (end - start) + Math.max(bytes, 1) - 1, chunk.fds(), chunk.truncated());
        if (bytes <= 0) {
            throw new EOFException("The bus closed the connection");
        }
        end += bytes;
    }

    /** Keeps at least half the buffer free for the next read, and grows it only to what the limits allow. */
    private void makeRoom(int bytes) {
        if (start == end) {
            start = 0;
            end = 0;
        }
        if (start + bytes <= buffer.capacity() && start < buffer.capacity() / 2) {
            return;
        }
        ByteBuffer target = bytes <= buffer.capacity() ? buffer : ByteBuffer.allocateDirect(bytes + INITIAL_BYTES);
        ByteBuffer rest = buffer.slice(start, end - start);
        target.clear().put(rest);
        buffer = target;
        end -= start;
        start = 0;
    }

    /** Close the descriptors that belong to no message read. */
    @Override
    public void close() {
        batches.closeAll();
    }
}
