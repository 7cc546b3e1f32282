package org.vitrine.wire.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.ArgumentDescription;
import org.vitrine.api.dbus.MethodDescription;
import org.vitrine.fd.Errno;
import org.vitrine.fd.SystemCallException;
import org.vitrine.wire.message.MessageLimits;
import org.vitrine.wire.transport.Drops;
import org.vitrine.wire.transport.SerialNumbers;

class OutgoingCallsTest {
    private static final MethodDescription PING =
            new MethodDescription("Ping", List.<ArgumentDescription>of(), List.of(), List.of());

    @Test
    void aCallThatCanNotBeSentFailsAndIsForgotten() {
        SystemCallException refused = new SystemCallException("sendmsg", Errno.ETOOMANYREFS.value());
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            SerialNumbers serials = new SerialNumbers();
            OutgoingCalls calls = new OutgoingCalls(
                    message -> {
                        throw refused;
                    },
                    serials,
                    MessageLimits.DEFAULTS,
                    timer,
                    new Drops());

            CompletableFuture<List<Object>> reply = calls.call(new OutgoingCall(
                    ":1.2", Driver.PATH, "org.vitrine.Test1", PING, List.of(), false, Duration.ofDays(1)));

            assertThat(reply.exceptionNow()).isSameAs(refused);
            assertThat(calls.expects(serials.next() - 1)).isFalse();
            timer.shutdownNow();
        }
    }
}
