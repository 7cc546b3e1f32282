package org.vitrine.wire;

import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.api.error.ErrorName;
import org.vitrine.wire.dispatch.Answers;
import org.vitrine.wire.dispatch.CallDispatcher;
import org.vitrine.wire.dispatch.FdReplies;
import org.vitrine.wire.dispatch.StandardInterfaces;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.HeaderDecoder;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageType;
import org.vitrine.wire.outgoing.Driver;
import org.vitrine.wire.outgoing.OutgoingCalls;
import org.vitrine.wire.outgoing.Signals;
import org.vitrine.wire.transport.Arrival;
import org.vitrine.wire.transport.Drops;
import org.vitrine.wire.transport.Frame;
import org.vitrine.wire.transport.SerialNumbers;

/**
 * Decide for each message who gets it: dbus-java gets the driver's replies to its own few calls, and nothing else. Used
 * by the reader thread.
 */
final class MessageRouter {
    private final HeaderDecoder decoder = new HeaderDecoder();
    private final Answers answers;
    private final FdReplies fdReplies;
    private final OutgoingCalls calls;
    private final Signals signals;
    private final Drops drops;
    private volatile @Nullable CallDispatcher<?> dispatcher;

    MessageRouter(Answers answers, FdReplies fdReplies, OutgoingCalls calls, Signals signals, Drops drops) {
        this.answers = answers;
        this.fdReplies = fdReplies;
        this.calls = calls;
        this.signals = signals;
        this.drops = drops;
    }

    void serve(CallDispatcher<?> newDispatcher) {
        if (dispatcher != null) {
            throw new IllegalStateException("The connection serves already");
        }
        dispatcher = newDispatcher;
    }

    @Nullable
    CallDispatcher<?> dispatcher() {
        return dispatcher;
    }

    /** Route one message; true if dbus-java is to have it. */
    boolean accept(Frame frame) {
        Header header;
        try {
            header = decoder.decode(frame.bytes());
        } catch (MalformedMessageException e) {
            drops.drop(Drops.Reason.BROKEN_HEADER, frame.fds());
            return false;
        }
        if (header.sender() == null && header.type() != MessageType.ERROR) {
            drops.drop(Drops.Reason.NO_SENDER, frame.fds());
            return false;
        }
        if (frame.oversized()) {
            refuse(header, frame);
            return false;
        }
        return route(new Arrival(header, frame.bytes(), frame.fds()));
    }

    private void refuse(Header header, Frame frame) {
        if (header.type() == MessageType.METHOD_CALL) {
            frame.fds().closeUntaken();
            answers.fail(header, ErrorName.LIMITS_EXCEEDED, "The message is too long");
        } else {
            calls.refuse(header, "The reply is too long");
            drops.drop(Drops.Reason.OVERSIZED, frame.fds());
        }
    }

    private boolean route(Arrival arrival) {
        return switch (arrival.header().type()) {
            case METHOD_CALL -> {
                acceptCall(arrival);
                yield false;
            }
            case METHOD_RETURN, ERROR -> acceptReply(arrival);
            case SIGNAL -> {
                signals.accept(arrival);
                yield false;
            }
        };
    }

    private void acceptCall(Arrival arrival) {
        Header header = arrival.header();
        CallDispatcher<?> serving = dispatcher;
        if (!arrival.fdsComplete()) {
            arrival.fds().closeUntaken();
            answers.fail(header, ErrorName.DESCRIPTORS_LOST, "The call's descriptors did not all come");
        } else if (StandardInterfaces.PEER.name().equals(header.interfaceName())) {
            arrival.fds().closeUntaken();
            answerPeer(header);
        } else if (serving == null) {
            arrival.fds().closeUntaken();
            answers.fail(header, ErrorName.UNKNOWN_OBJECT, "There is no such object");
        } else {
            serving.accept(arrival);
        }
    }

    private void answerPeer(Header call) {
        MethodDescription method =
                StandardInterfaces.PEER.method(String.valueOf(call.member())).orElse(null);
        if (method == null) {
            answers.fail(call, ErrorName.UNKNOWN_METHOD, "There is no such method");
        } else if (!call.signature().value().isEmpty()) {
            answers.fail(call, ErrorName.INVALID_ARGS, "Expected no arguments");
        } else {
            answers.answerPeer(call, method);
        }
    }

    private boolean acceptReply(Arrival arrival) {
        Header header = arrival.header();
        if (!SerialNumbers.isOurs(header.replySerial())) {
            return acceptForDbusJava(arrival);
        }
        if (calls.expects(header.replySerial())) {
            calls.accept(arrival);
            return false;
        }
        if (isFromDriver(header)) {
            drops.drop(Drops.Reason.UNDELIVERED, arrival.fds());
            explain(header);
        } else {
            drops.drop(Drops.Reason.UNREQUESTED_REPLY, arrival.fds());
        }
        return false;
    }

    /** The driver tells us, not the caller, that a reply with descriptors can't go to who never negotiated them. */
    private void explain(Header undelivered) {
        Header call = fdReplies.takeUndelivered(undelivered.replySerial());
        if (call != null && ErrorName.NOT_SUPPORTED.dbusName().equals(undelivered.errorName())) {
            answers.fail(call, ErrorName.NOT_SUPPORTED, "The reply holds descriptors, which the caller can't take");
        }
    }

    private boolean acceptForDbusJava(Arrival arrival) {
        boolean sound = arrival.header().fdCount() == 0 && arrival.fdsComplete();
        if (sound && isFromDriver(arrival.header())) {
            return true;
        }
        drops.drop(Drops.Reason.FORGED_REPLY, arrival.fds());
        return false;
    }

    private static boolean isFromDriver(Header header) {
        return Driver.NAME.equals(header.sender());
    }
}
