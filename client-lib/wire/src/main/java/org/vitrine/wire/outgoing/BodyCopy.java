package org.vitrine.wire.outgoing;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.message.BodyDecoder;
import org.vitrine.wire.message.EncodedMessage;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageEncoder;
import org.vitrine.wire.message.MessageLimits;

/** Keep the arguments of a call that can't be sent yet, with descriptors of its own, since the caller may close his. */
final class BodyCopy implements AutoCloseable {
    private final List<Object> body;
    private final List<OwnedFd> fds;

    private BodyCopy(List<Object> body, List<OwnedFd> fds) {
        this.body = body;
        this.fds = fds;
    }

    /** Copy by encoding and decoding: the body holds descriptors at any depth. */
    static BodyCopy of(MethodDescription method, List<Object> body) {
        Header header = Header.call(Driver.PATH, null, method.name())
                .signature(method.inSignature())
                .serial(1)
                .build();
        EncodedMessage<Fd> encoded = MessageEncoder.encode(header, body, Fd.class, MessageLimits.PROTOCOL);
        List<OwnedFd> fds = new ArrayList<>();
        try {
            encoded.fds().forEach(fd -> fds.add(fd.dup()));
            return new BodyCopy(BodyDecoder.decode(header, encoded.bytes(), fds, MessageLimits.PROTOCOL), fds);
        } catch (RuntimeException | MalformedMessageException e) {
            fds.forEach(OwnedFd::close);
            throw new IllegalArgumentException("The arguments can't be copied", e);
        }
    }

    List<Object> body() {
        return body;
    }

    @Override
    public void close() {
        fds.forEach(OwnedFd::close);
    }
}
