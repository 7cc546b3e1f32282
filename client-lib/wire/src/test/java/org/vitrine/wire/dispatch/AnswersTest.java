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
import org.vitrine.wire.transport.SerialNumbers;

@ExtendWith(LeakCheck.class)
class AnswersTest {
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

    private String errorWhenSendingFailsWith(RuntimeException failure) throws MalformedMessageException {
        Answers answers =
                new Answers(message -> send(message, failure), new SerialNumbers(), new FdReplies(), () -> {});
        try (OwnedFd fd = Memfd.create("answer", 0)) {
            answers.succeed(CALL, TypeSignature.of("h"), List.of(fd));
        }
        Header answer = new HeaderDecoder().decode(sent.removeLast());
        assertThat(sent).isEmpty();
        assertThat(answer.replySerial()).isEqualTo(CALL.serial());
        return String.valueOf(answer.errorName());
    }

    private void send(EncodedMessage<Fd> message, RuntimeException failure) {
        if (!message.fds().isEmpty()) {
            throw failure;
        }
        sent.add(message.bytes());
    }
}
