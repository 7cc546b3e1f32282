package org.vitrine.wire.dispatch;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.wire.message.EncodedMessage;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.HeaderBuilder;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageEncoder;
import org.vitrine.wire.message.MessageLimits;
import org.vitrine.wire.transport.Outbox;
import org.vitrine.wire.transport.SerialNumbers;

/** Write replies and errors to calls. Never blocks; safe from any thread. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final TypeSignature TEXT = TypeSignature.of("s");

    private final Outbox outbox;
    private final SerialNumbers serials;
    private final FdReplies fdReplies;
    private final long maxBytes;
    private final Runnable outOfMemory;

    /**
     * {@code outOfMemory} runs, instead of an answer, when a handler ran out of it.
     *
     * @param maxBytes how long an answer may be, so that one alone never fills what may wait for the bus
     */
    public Answers(Outbox outbox, SerialNumbers serials, FdReplies fdReplies, long maxBytes, Runnable outOfMemory) {
        this.outbox = outbox;
        this.serials = serials;
        this.fdReplies = fdReplies;
        this.maxBytes = maxBytes;
        this.outOfMemory = outOfMemory;
    }

    /** Answer a call; an answer that can't be encoded or sent becomes an error, and nothing of it is sent. */
    public void succeed(Header call, TypeSignature signature, List<Object> body) {
        if (call.noReplyExpected()) {
            return;
        }
        long serial = serials.next();
        EncodedMessage<Fd> reply;
        try {
            reply = encode(Header.returnTo(call).signature(signature), serial, body);
        } catch (RuntimeException e) {
            fail(call, e);
            return;
        }
        if (reply.bytes().remaining() > maxBytes) {
            fail(call, ErrorName.LIMITS_EXCEEDED, "The answer would be too long: ask for less");
            return;
        }
        if (!reply.fds().isEmpty()) {
            fdReplies.remember(serial, call);
        }
        try {
            outbox.send(reply);
        } catch (RuntimeException e) {
            fail(call, e);
        }
    }

    /** Answer a call of {@code Peer}, which means the process, whatever the path. */
    public void answerPeer(Header call, MethodDescription method) {
        try {
            succeed(call, method.outSignature(), StandardHandlers.callPeer(method));
        } catch (RuntimeException e) {
            fail(call, e);
        }
    }

    /** Answer with what went wrong; a stranger's exception becomes an incident that only the log explains. */
    public void fail(Header call, Throwable failure) {
        switch (failure) {
            case VitrineException e -> fail(call, e.name(), e.text());
            case MalformedMessageException e -> fail(call, ErrorName.INVALID_ARGS, String.valueOf(e.getMessage()));
            case OutOfMemoryError e -> outOfMemory.run();
            case CompletionException e when e.getCause() != null -> fail(call, e.getCause());
            default -> failInternally(call, failure);
        }
    }

    /** Answer with a named error. */
    public void fail(Header call, ErrorName name, String text) {
        if (!call.noReplyExpected()) {
            HeaderBuilder error = Header.error(call, name.dbusName()).signature(TEXT);
            outbox.send(encode(error, serials.next(), List.of(text)));
        }
    }

    private void failInternally(Header call, Throwable failure) {
        String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Incident {}: the answer to {}.{} failed", incident, call.interfaceName(), call.member(), failure);
        fail(call, ErrorName.INTERNAL, "Internal error, incident " + incident);
    }

    private EncodedMessage<Fd> encode(HeaderBuilder header, long serial, List<Object> body) {
        return MessageEncoder.encode(header.serial(serial).build(), body, Fd.class, MessageLimits.PROTOCOL);
    }
}
