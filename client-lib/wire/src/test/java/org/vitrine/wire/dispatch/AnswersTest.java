package org.vitrine.wire.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Errno;
import org.vitrine.fd.Fd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.SystemCallException;
import org.vitrine.wire.message.EncodedMessage;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.HeaderDecoder;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.transport.Outbox;
import org.vitrine.wire.transport.SerialNumbers;

@ExtendWith(LeakCheck.class)
class AnswersTest {
    private static final int MAX_BYTES = 1024;
    private static final Header CALL =
            Header.call(ObjectPath.ROOT, null, "Open").sender(":1.2").serial(7).build();

    private final List<ByteBuffer> sent = new ArrayList<>();

    @Test
    void anAnswerWhoseDescriptorsCanNotBeSentBecomesAnError() throws MalformedMessageException {
        assertThat(errorWhenSendingFailsWith(new VitrineException(ErrorName.LIMITS_EXCEEDED, "Too many")))
                .isEqualTo(ErrorName.LIMITS_EXCEEDED.dbusName());
        assertThat(errorWhenSendingFailsWith(new SystemCallException("sendmsg", Errno.ETOOMANYREFS.value())))
                .isEqualTo(ErrorName.INTERNAL.dbusName());
    }

    @Test
    void refusesInsteadOfFillingTheQueueWithOneAnswer() throws MalformedMessageException {
        answers(message -> sent.add(message.bytes()))
                .succeed(CALL, TypeSignature.of("s"), List.of("x".repeat(MAX_BYTES)));
        assertThat(answer().errorName()).isEqualTo(ErrorName.LIMITS_EXCEEDED.dbusName());
    }

    @Test
    void sendsWhatFits() throws MalformedMessageException {
        answers(message -> sent.add(message.bytes()))
                .succeed(CALL, TypeSignature.of("s"), List.of("x".repeat(MAX_BYTES / 2)));
        assertThat(answer().errorName()).isNull();
    }

    private String errorWhenSendingFailsWith(RuntimeException failure) throws MalformedMessageException {
        try (OwnedFd fd = Memfd.create("answer", 0)) {
            answers(message -> send(message, failure)).succeed(CALL, TypeSignature.of("h"), List.of(fd));
        }
        return String.valueOf(answer().errorName());
    }

    private static Answers answers(Outbox outbox) {
        return new Answers(outbox, new SerialNumbers(), new FdReplies(), MAX_BYTES, () -> {});
    }

    private Header answer() throws MalformedMessageException {
        Header answer = new HeaderDecoder().decode(sent.removeLast());
        assertThat(sent).isEmpty();
        assertThat(answer.replySerial()).isEqualTo(CALL.serial());
        return answer;
    }

    private void send(EncodedMessage<Fd> message, RuntimeException failure) {
        if (!message.fds().isEmpty()) {
            throw failure;
        }
        sent.add(message.bytes());
    }
}
