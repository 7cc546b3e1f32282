package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Receives bytes and descriptors with one {@code recvmsg}; one thread at a time. */
final class MessageReceiver {
    private final MessageBuffers buffers = new MessageBuffers();

    synchronized ReceivedChunk receive(int socket, ByteBuffer into, boolean dontWait) {
        MemorySegment target = into.isDirect() ? MemorySegment.ofBuffer(into) : buffers.heapCopy();
        long room = Math.min(target.byteSize(), into.remaining());
        buffers.prepare(target, room, buffers.control().byteSize());
        int flags = SocketCalls.MSG_CMSG_CLOEXEC | (dontWait ? SocketCalls.MSG_DONTWAIT : 0);
        long result = SocketCalls.recvmsg(socket, buffers.header(), flags);
        if (result == -Errno.EAGAIN.value()) {
            return ReceivedChunk.NOTHING_YET;
        }
        int byteCount = (int) NativeCall.check("recvmsg", result);
        List<OwnedFd> fds = takeDescriptors();
        if (into.isDirect()) {
            into.position(into.position() + byteCount);
        } else {
            into.put(target.asSlice(0, byteCount).asByteBuffer());
        }
        return new ReceivedChunk(byteCount, fds, (buffers.flags() & SocketCalls.MSG_CTRUNC) != 0);
    }

    private List<OwnedFd> takeDescriptors() {
        long length = buffers.controlLengthBytes();
        if (length < MessageBuffers.CONTROL_HEADER_BYTES) {
            return List.of();
        }
        MemorySegment control = buffers.control();
        List<OwnedFd> fds = new ArrayList<>();
        long at = 0;
        while (at + MessageBuffers.CONTROL_HEADER_BYTES <= length) {
            long partLength = control.get(JAVA_LONG, at);
            if (partLength < MessageBuffers.CONTROL_HEADER_BYTES || partLength > length - at) {
                break;
            }
            if (control.get(JAVA_INT, at + 8) == MessageBuffers.SOL_SOCKET
                    && control.get(JAVA_INT, at + 12) == MessageBuffers.SCM_RIGHTS) {
                adopt(control.asSlice(at, partLength), fds);
            }
            at += (partLength + 7) & ~7L;
        }
        return fds;
    }

    private static void adopt(MemorySegment part, List<OwnedFd> fds) {
        for (long at = MessageBuffers.CONTROL_HEADER_BYTES; at + 4 <= part.byteSize(); at += 4) {
            fds.add(RawFds.adopt(part.get(JAVA_INT, at)));
        }
    }
}
