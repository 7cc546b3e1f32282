package org.vitrine.wire.outgoing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.wire.message.BodyDecoder;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.HeaderBuilder;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageEncoder;
import org.vitrine.wire.message.MessageLimits;
import org.vitrine.wire.message.MessageType;
import org.vitrine.wire.transport.Arrival;
import org.vitrine.wire.transport.Drops;
import org.vitrine.wire.transport.Outbox;
import org.vitrine.wire.transport.SerialNumbers;

/**
 * Call other peers and match their replies, by serial and by sender: a reply counts only from the peer that was called,
 * an error also from the driver, or from no sender at all. The bus stamps each message that it passes on, so what has
 * none was made by who sits at the other end of the socket: the proxy before a sandbox, of what it hides. Never blocks;
 * safe from any thread.
 */
public final class OutgoingCalls {
    private final Outbox outbox;
    private final SerialNumbers serials;
    private final MessageLimits limits;
    private final ScheduledExecutorService timer;
    private final Drops drops;
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
    private volatile @Nullable VitrineException ended;

    private static final class Pending {
        private final OutgoingCall call;
        private final CompletableFuture<List<Object>> reply = new CompletableFuture<>();
        private volatile @Nullable Future<?> timeout;

        Pending(OutgoingCall call) {
            this.call = call;
        }

        void stopTimer() {
            Future<?> running = timeout;
            if (running != null) {
                running.cancel(false);
            }
        }
    }

    /** {@code limits} are those for replies; calls may be as long as the protocol allows. */
    public OutgoingCalls(
            Outbox outbox, SerialNumbers serials, MessageLimits limits, ScheduledExecutorService timer, Drops drops) {
        this.outbox = outbox;
        this.serials = serials;
        this.limits = limits;
        this.timer = timer;
        this.drops = drops;
    }

    /**
     * Call. The stage completes on the reader thread, or on the timer's; whoever gets the body owns its descriptors.
     */
    CompletableFuture<List<Object>> call(OutgoingCall call) {
        long serial = serials.next();
        HeaderBuilder header = header(call, serial);
        var message = MessageEncoder.encode(header.build(), call.body(), Fd.class, MessageLimits.PROTOCOL);
        Pending entry = new Pending(call);
        pending.put(serial, entry);
        VitrineException over = ended;
        if (over != null) {
            fail(serial, over);
            return entry.reply;
        }
        startTimer(serial, entry);
        try {
            outbox.send(message);
        } catch (RuntimeException e) {
            fail(serial, e);
        }
        return entry.reply;
    }

    private void startTimer(long serial, Pending entry) {
        try {
            entry.timeout = timer.schedule(
                    () -> fail(serial, new VitrineException(ErrorName.TIMEOUT, "No answer in time")),
                    entry.call.timeout().toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            fail(serial, new VitrineException(ErrorName.DISCONNECTED, "The connection to the bus is gone"));
        }
    }

    /** Send a call whose reply nobody wants. */
    void send(OutgoingCall call) {
        HeaderBuilder header = header(call, serials.next()).noReplyExpected();
        outbox.send(MessageEncoder.encode(header.build(), call.body(), Fd.class, MessageLimits.PROTOCOL));
    }

    private static HeaderBuilder header(OutgoingCall call, long serial) {
        HeaderBuilder header = Header.call(
                        call.path(), call.interfaceName(), call.method().name())
                .destination(call.destination())
                .signature(call.method().inSignature())
                .serial(serial);
        return call.interactiveAllowed() ? header.interactiveAllowed() : header;
    }

    /** Tell whether somebody waits for the reply with this serial. */
    public boolean expects(long serial) {
        return pending.containsKey(serial);
    }

    /** Take a reply or error that somebody waits for. Runs on the reader thread. */
    public void accept(Arrival arrival) {
        Header header = arrival.header();
        Pending entry = pending.get(header.replySerial());
        if (entry == null) {
            drops.drop(Drops.Reason.UNREQUESTED_REPLY, arrival.fds());
        } else if (!mayAnswer(entry.call, header)) {
            drops.drop(Drops.Reason.FORGED_REPLY, arrival.fds());
        } else if (pending.remove(header.replySerial(), entry)) {
            entry.stopTimer();
            complete(entry, arrival);
        } else {
            drops.drop(Drops.Reason.UNREQUESTED_REPLY, arrival.fds());
        }
    }

    /** Fail a call whose reply can't be read, if it came from who was asked. */
    public void refuse(Header header, String why) {
        Pending entry = pending.get(header.replySerial());
        if (entry != null && mayAnswer(entry.call, header)) {
            fail(header.replySerial(), new VitrineException(ErrorName.LIMITS_EXCEEDED, why));
        }
    }

    /** Fail all calls, now and later: the connection is gone. */
    public void end(VitrineException why) {
        ended = why;
        pending.keySet().forEach(serial -> fail(serial, why));
    }

    private static boolean mayAnswer(OutgoingCall call, Header header) {
        String sender = header.sender();
        return call.destination().equals(sender)
                || (header.type() == MessageType.ERROR && (sender == null || Driver.NAME.equals(sender)));
    }

    private void complete(Pending entry, Arrival arrival) {
        Header header = arrival.header();
        if (!arrival.fdsComplete()) {
            arrival.fds().closeUntaken();
            entry.reply.completeExceptionally(
                    new VitrineException(ErrorName.DESCRIPTORS_LOST, "The reply's descriptors did not all come"));
        } else if (header.type() == MessageType.ERROR) {
            entry.reply.completeExceptionally(RemoteErrors.toException(arrival, limits));
            arrival.fds().closeUntaken();
        } else {
            completeNormally(entry, arrival);
        }
    }

    private void completeNormally(Pending entry, Arrival arrival) {
        ReplyFds fds = new ReplyFds(arrival.fds());
        TypeSignature expected = entry.call.method().outSignature();
        try {
            if (!expected.equals(arrival.header().signature())) {
                throw new VitrineException(ErrorName.FAILED, "The reply is not (" + expected.value() + ")");
            }
            List<Object> body = BodyDecoder.decode(arrival.header(), arrival.bytes(), fds, limits);
            fds.closeUnmentioned();
            if (!entry.reply.complete(body)) {
                fds.discard();
            }
        } catch (MalformedMessageException e) {
            fds.discard();
            entry.reply.completeExceptionally(
                    new VitrineException(ErrorName.FAILED, "The reply is malformed: " + e.getMessage()));
        } catch (RuntimeException e) {
            fds.discard();
            entry.reply.completeExceptionally(e);
        }
    }

    private void fail(long serial, RuntimeException why) {
        Pending entry = pending.remove(serial);
        if (entry != null) {
            entry.stopTimer();
            entry.reply.completeExceptionally(why);
        }
    }
}
