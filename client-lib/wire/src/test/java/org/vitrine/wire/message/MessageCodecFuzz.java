package org.vitrine.wire.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * Feeds any bytes to the decoders: they decode, or say what is malformed, and nothing else.
 *
 * <p>The ordinary build replays the inputs in {@code MessageCodecFuzzInputs}. With {@code JAZZER_FUZZ=1} in the
 * environment, {@code mvn -pl client-lib/wire -am test -Dtest=MessageCodecFuzz -Dsurefire.failIfNoSpecifiedTests=false}
 * searches for new ones for two minutes, or for {@code -Djazzer.max_duration=8h}.
 */
@Timeout(value = 7, unit = TimeUnit.DAYS) // the search ends by itself
class MessageCodecFuzz {
    private static final List<TestFd> FDS = TestFd.several(2);

    @FuzzTest(maxDuration = "2m")
    void decodesOrReportsAnyBytes(byte[] bytes) {
        ByteBuffer message = ByteBuffer.wrap(bytes);
        try {
            Codec.Decoded decoded = Codec.decode(message, FDS);
            reencode(decoded);
        } catch (MalformedMessageException e) {
            boolean answerable = e.severity() == MalformedMessageException.Severity.ANSWERABLE;
            assertThat(e.header().isPresent()).isEqualTo(answerable);
        }
    }

    private static void reencode(Codec.Decoded decoded) throws MalformedMessageException {
        EncodedMessage<TestFd> encoded =
                MessageEncoder.encode(decoded.header(), decoded.body(), TestFd.class, MessageLimits.PROTOCOL);
        Codec.Decoded again = Codec.decode(encoded.bytes(), encoded.fds());
        assertThat(Codec.comparable(again.body())).isEqualTo(Codec.comparable(decoded.body()));
    }
}
