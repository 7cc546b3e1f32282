package org.vitrine.wire.transport;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;
import org.vitrine.wire.message.EncodedMessage;

/**
 * Send each message with one system call from whichever thread has it; what the bus does not take at once waits in a
 * bounded queue for a thread that exists only then. Safe from any thread.
 */
public final class SocketWriter implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWriter.class);
    private static final int MAX_QUEUED_FDS = 512;
    private static final int DROPPED = -1;
    private static final Duration POLL = Duration.ofMillis(500);

    private final SocketPort port;
    private final long maxQueuedBytes;
    private final long stuckNanos;
    private final Consumer<String> onLost;
    private final Object lock = new Object();
    private final Deque<Queued> queue = new ArrayDeque<>();
    private long queuedBytes;
    private int queuedFds;
    private boolean closed;
    private @Nullable Thread drainer;

    private record Queued(ByteBuffer bytes, List<OwnedFd> fds) {
        void close() {
            fds.forEach(OwnedFd::close);
        }
    }

    /** {@code onLost} hears once why nothing can be sent any more. */
    public SocketWriter(SocketPort port, long maxQueuedBytes, Duration stuck, Consumer<String> onLost) {
        this.port = port;
        this.maxQueuedBytes = maxQueuedBytes;
        this.stuckNanos = stuck.toNanos();
        this.onLost = onLost;
    }

    @Override
    public void send(EncodedMessage<Fd> message) {
        String lost = null;
        synchronized (lock) {
            if (!closed) {
                lost = sendOrQueue(message);
            }
        }
        if (lost != null) {
            lose(lost);
        }
    }

    /** Wait until all is sent, at most so long; true if it is. */
    public boolean flush(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (lock) {
            while (!queue.isEmpty() && !closed && System.nanoTime() < deadline) {
                try {
                    lock.wait(10);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return queue.isEmpty() && !closed;
        }
    }

    /** Send nothing any more, and close the descriptors that wait. */
    public void close() {
        synchronized (lock) {
            closed = true;
            queue.forEach(Queued::close);
            queue.clear();
            lock.notifyAll();
        }
    }

    private @Nullable String sendOrQueue(EncodedMessage<Fd> message) {
        ByteBuffer bytes = message.bytes();
        List<Fd> fds = message.fds();
        int start = bytes.position();
        try {
            for (int sent = 1; queue.isEmpty() && sent > 0; ) {
                sent = port.trySend(bytes, fds);
                if (!bytes.hasRemaining()) {
                    return null;
                }
                fds = sent > 0 ? List.of() : fds;
            }
        } catch (SystemCallException e) {
            if (bytes.position() > start) {
                return "a message was cut off";
            }
            return reasonOrThrow(e);
        }
        return enqueue(bytes, fds);
    }

    private @Nullable String enqueue(ByteBuffer bytes, List<Fd> fds) {
        if (queuedBytes + bytes.remaining() > maxQueuedBytes) {
            return "the bus takes no more and the queue is full";
        }
        if (queuedFds + fds.size() > MAX_QUEUED_FDS) {
            throw new VitrineException(ErrorName.LIMITS_EXCEEDED, "Too many descriptors wait to be sent");
        }
        queue.add(new Queued(bytes, duplicate(fds)));
        queuedBytes += bytes.remaining();
        queuedFds += fds.size();
        if (drainer == null) {
            drainer = Thread.ofPlatform().daemon().name("vitrine-bus-writer").start(this::drain);
        }
        return null;
    }

    private static List<OwnedFd> duplicate(List<Fd> fds) {
        List<OwnedFd> duplicates = new ArrayList<>(fds.size());
        try {
            fds.forEach(fd -> duplicates.add(fd.dup()));
            return duplicates;
        } catch (RuntimeException e) {
            duplicates.forEach(OwnedFd::close);
            throw e;
        }
    }

    private void drain() {
        long progress = System.nanoTime();
        while (true) {
            try {
                port.awaitWritable(POLL);
                synchronized (lock) {
                    if (sendQueued()) {
                        progress = System.nanoTime();
                    }
                    if (queue.isEmpty()) {
                        drainer = null;
                        lock.notifyAll();
                        return;
                    }
                }
            } catch (SystemCallException | IllegalStateException e) {
                break;
            }
            if (System.nanoTime() - progress > stuckNanos) {
                break;
            }
        }
        lose("the bus takes nothing any more");
    }

    private boolean sendQueued() {
        boolean progress = false;
        for (Queued head = queue.peek(); head != null; head = queue.peek()) {
            int sent = trySendOrDrop(head);
            if (sent == DROPPED) {
                continue;
            }
            progress |= sent > 0;
            queuedBytes -= sent;
            if (sent > 0 && !head.fds().isEmpty()) {
                queue.removeFirst();
                queuedFds -= head.fds().size();
                head.close();
                if (head.bytes().hasRemaining()) {
                    queue.addFirst(new Queued(head.bytes(), List.of()));
                }
            } else if (!head.bytes().hasRemaining()) {
                queue.removeFirst();
            }
            if (sent == 0) {
                return progress;
            }
        }
        return progress;
    }

    /**
     * A message whose descriptors the kernel refuses, because a stranger has too many of this user's under way, is
     * dropped whole: its sender has gone on, and the bus is not lost for it.
     */
    private int trySendOrDrop(Queued head) {
        try {
            return port.trySend(head.bytes(), head.fds());
        } catch (SystemCallException e) {
            if (head.fds().isEmpty() || isBroken(e)) {
                throw e;
            }
            LOG.warn("A queued message was dropped: its descriptors can't be sent", e);
            queue.removeFirst();
            queuedBytes -= head.bytes().remaining();
            queuedFds -= head.fds().size();
            head.close();
            return DROPPED;
        }
    }

    /** A broken connection loses the bus; anything else is this message's fault and its sender's to hear. */
    private static String reasonOrThrow(SystemCallException failure) {
        if (isBroken(failure)) {
            return "the bus closed the connection";
        }
        throw failure;
    }

    private static boolean isBroken(SystemCallException failure) {
        return switch (failure.errno()) {
            case EPIPE, ECONNRESET, ENOTCONN, EBADF -> true;
            default -> false;
        };
    }

    private void lose(String reason) {
        close();
        onLost.accept(reason);
    }
}
