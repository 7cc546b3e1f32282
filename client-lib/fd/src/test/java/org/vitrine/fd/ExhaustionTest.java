package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class ExhaustionTest {
    private static final int RLIMIT_NOFILE = 7;

    private record Outcome(Errno ofDup, Errno ofInspection, int arrived, boolean truncated) {}

    @Test
    void ownsWhatArrivedWhenNumbersRunOut() {
        try (Arena arena = Arena.ofConfined();
                SocketPair pair = SocketPair.stream();
                OwnedFd sent = RawCalls.pipeEnd(true)) {
            Outcome withRoom = receiveThree(pair, sent, 0);
            MemorySegment limits = arena.allocate(16, 8);
            NativeCall.check("getrlimit", RawCalls.call("getrlimit", RLIMIT_NOFILE, limits));
            long soft = limits.get(JAVA_LONG, 0);
            Outcome withoutRoom;
            try {
                limits.set(JAVA_LONG, 0, RawFds.numberOf(sent) + 8L);
                NativeCall.check("setrlimit", RawCalls.call("setrlimit", RLIMIT_NOFILE, limits));
                withoutRoom = receiveThree(pair, sent, 1000);
            } finally {
                limits.set(JAVA_LONG, 0, soft);
                NativeCall.check("setrlimit", RawCalls.call("setrlimit", RLIMIT_NOFILE, limits));
            }
            assertThat(withRoom).isEqualTo(new Outcome(Errno.UNKNOWN, Errno.UNKNOWN, 3, false));
            assertThat(withoutRoom).isEqualTo(new Outcome(Errno.EMFILE, Errno.EMFILE, 1, true));
        }
    }

    /** Takes up to so many numbers, tries what needs one, frees one, and receives three descriptors. */
    private static Outcome receiveThree(SocketPair pair, OwnedFd sent, int most) {
        List<OwnedFd> all = new ArrayList<>();
        try {
            Errno ofDup = errnoOf(() -> {
                for (int i = 0; i < most; i++) {
                    all.add(sent.dup());
                }
            });
            Errno ofInspection = errnoOf(() -> FdInspector.inspect(sent));
            if (!all.isEmpty()) {
                all.removeLast().close();
            }
            new MessageSocket(pair.one()).send(ByteBuffer.allocate(1), List.of(sent, sent, sent), false);
            ReceivedChunk chunk = new MessageSocket(pair.other()).receive(ByteBuffer.allocate(1), false);
            all.addAll(chunk.fds());
            return new Outcome(ofDup, ofInspection, chunk.fds().size(), chunk.truncated());
        } finally {
            all.forEach(OwnedFd::close);
        }
    }

    private static Errno errnoOf(Runnable action) {
        try {
            action.run();
            return Errno.UNKNOWN;
        } catch (SystemCallException refused) {
            return refused.errno();
        }
    }
}
