package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;

/** Sends bytes and descriptors with one {@code sendmsg}; one thread at a time. */
final class MessageSender {
    private final MessageBuffers buffers = new MessageBuffers();
    private final Descriptor[] held = new Descriptor[MessageBuffers.MAX_FDS];

    synchronized int send(int socket, ByteBuffer bytes, List<? extends Fd> fds, boolean dontWait) {
        int heldCount = 0;
        try {
            for (Fd fd : fds) {
                Descriptor descriptor = Descriptor.of(fd);
                buffers.control()
                        .set(JAVA_INT, MessageBuffers.CONTROL_HEADER_BYTES + 4L * heldCount, descriptor.enter());
                held[heldCount++] = descriptor;
            }
            return send(socket, bytes, heldCount, dontWait);
        } finally {
            while (heldCount > 0) {
                held[--heldCount].leave();
            }
        }
    }

    private int send(int socket, ByteBuffer bytes, int fdCount, boolean dontWait) {
        MemorySegment source = bytes.isDirect() ? MemorySegment.ofBuffer(bytes) : copy(bytes);
        buffers.prepare(source, source.byteSize(), writeControlHeader(fdCount));
        int flags = SocketCalls.MSG_NOSIGNAL | (dontWait ? SocketCalls.MSG_DONTWAIT : 0);
        long result = SocketCalls.sendmsg(socket, buffers.header(), flags);
        if (result == -Errno.EAGAIN.value()) {
            return MessageSocket.WOULD_BLOCK;
        }
        int sent = (int) NativeCall.check("sendmsg", result);
        bytes.position(bytes.position() + sent);
        return sent;
    }

    private MemorySegment copy(ByteBuffer bytes) {
        MemorySegment copy = buffers.heapCopy();
        int length = (int) Math.min(copy.byteSize(), bytes.remaining());
        copy.asByteBuffer().put(0, bytes, bytes.position(), length);
        return copy.asSlice(0, length);
    }

    private long writeControlHeader(int fdCount) {
        if (fdCount == 0) {
            return 0;
        }
        MemorySegment control = buffers.control();
        long length = MessageBuffers.CONTROL_HEADER_BYTES + 4L * fdCount;
        control.set(JAVA_LONG, 0, length);
        control.set(JAVA_INT, 8, MessageBuffers.SOL_SOCKET);
        control.set(JAVA_INT, 12, MessageBuffers.SCM_RIGHTS);
        return length;
    }
}
