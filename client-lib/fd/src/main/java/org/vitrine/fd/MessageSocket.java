package org.vitrine.fd;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * Sends and receives bytes with descriptors on a Unix stream socket, one system call each.
 *
 * <p>Borrows the socket: whoever owns it closes it, after {@link #shutdown()} has woken those who wait. Uses native
 * memory that is made once and freed by the garbage collector. One thread may send while another receives; further
 * threads wait their turn. Interrupted calls are repeated, and a lost peer raises no signal.
 */
public final class MessageSocket {
    /** Says that nothing was sent because the socket's buffer is full and waiting was not wanted. */
    public static final int WOULD_BLOCK = -1;

    /** The most descriptors in one send: {@code SCM_MAX_FD} of the kernel's {@code net/scm.h}. */
    public static final int MAX_FDS = MessageBuffers.MAX_FDS;

    private final BorrowedFd socket;
    private final MessageReceiver receiver = new MessageReceiver();
    private final MessageSender sender = new MessageSender();

    /** Works on a socket that stays the caller's. */
    public MessageSocket(Fd socket) {
        this.socket = socket.borrow();
    }

    /**
     * Receives what is there, waiting for at least a byte unless told not to (or unless the socket itself is
     * non-blocking).
     *
     * @param into takes the bytes from its position on, which moves; direct buffers are filled without a copy, others
     *     take at most 64 KiB a call
     * @param dontWait whether to come back at once ({@link ReceivedChunk#wouldBlock()}) if nothing is there
     * @return the bytes' count and the descriptors, which the caller owns
     * @throws IllegalArgumentException if {@code into} has no room or is read-only
     * @throws SystemCallException {@link Errno#ECONNRESET} and other errors of {@code recvmsg}
     */
    public ReceivedChunk receive(ByteBuffer into, boolean dontWait) {
        if (!into.hasRemaining() || into.isReadOnly()) {
            throw new IllegalArgumentException("The buffer takes nothing");
        }
        Descriptor descriptor = socket.descriptor();
        int number = descriptor.enter();
        try {
            return receiver.receive(number, into, dontWait);
        } finally {
            descriptor.leave();
        }
    }

    /**
     * Sends bytes, as many as fit, and duplicates of descriptors. The caller still owns the descriptors.
     *
     * <p>If it returns 1 or more, all descriptors have gone: send the rest of the bytes without them.
     *
     * @param bytes at least one byte, from its position on, which moves past what was sent; direct buffers are sent
     *     without a copy, others at most 64 KiB a call
     * @param fds at most {@link #MAX_FDS}, open
     * @param dontWait whether to come back at once with {@link #WOULD_BLOCK} if nothing fits
     * @return how many bytes were sent, or {@link #WOULD_BLOCK}
     * @throws IllegalStateException if a descriptor is closed; nothing was sent
     * @throws SystemCallException {@link Errno#EPIPE} if the peer is gone, {@link Errno#ETOOMANYREFS} if too many of
     *     this user's descriptors are under way, and other errors of {@code sendmsg}; nothing was sent
     */
    public int send(ByteBuffer bytes, List<? extends Fd> fds, boolean dontWait) {
        if (!bytes.hasRemaining() || fds.size() > MAX_FDS) {
            throw new IllegalArgumentException("A send has at least one byte and at most " + MAX_FDS + " descriptors");
        }
        Descriptor descriptor = socket.descriptor();
        int number = descriptor.enter();
        try {
            return sender.send(number, bytes, fds, dontWait);
        } finally {
            descriptor.leave();
        }
    }

    /**
     * Waits until a receive won't block: bytes, the end, or an error are there.
     *
     * @return false if the time ran out
     */
    public boolean awaitReadable(Duration timeout) {
        return Poll.await(socket, Poll.Event.READABLE, timeout);
    }

    /**
     * Waits until a send won't block: room or an error is there.
     *
     * @return false if the time ran out
     */
    public boolean awaitWritable(Duration timeout) {
        return Poll.await(socket, Poll.Event.WRITABLE, timeout);
    }

    /**
     * Ends both directions, so that every waiting call comes back: receives with the end, sends with
     * {@link Errno#EPIPE}. Does nothing on a socket whose peer is gone.
     */
    public void shutdown() {
        int result = Descriptor.call(socket, number -> SocketCalls.shutdown(number, SocketCalls.SHUT_RDWR));
        if (result != -Errno.ENOTCONN.value()) {
            NativeCall.check("shutdown", result);
        }
    }
}
