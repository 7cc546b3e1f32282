package org.vitrine.wire.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the codec with GLib's, an implementation that shares nothing with it. */
class GlibOracleTest {
    private static final int CASES = 3_000;

    @BeforeAll
    static void needsGlib() throws Exception {
        assumeTrue(GlibOracle.isInstalled(), "python3-gi is not installed");
    }

    @Test
    void glibReadsWhatIsWrittenAndWritesWhatIsRead(@TempDir Path folder) throws Exception {
        RandomMessages messages = RandomMessages.withRoomyEntries(20);
        List<RandomMessages.Sample> samples =
                Stream.generate(messages::next).limit(CASES).toList();
        List<EncodedMessage<TestFd>> encoded =
                samples.stream().map(Codec::encode).toList();

        List<String> answers =
                GlibOracle.ask(encoded.stream().map(GlibOracleTest::bytes).toList(), folder);

        assertThat(answers).hasSize(CASES);
        for (int i = 0; i < CASES; i++) {
            compare(samples.get(i), encoded.get(i), answers.get(i));
        }
    }

    @Test
    void whateverIsAcceptedGlibAcceptsToo(@TempDir Path folder) throws Exception {
        RandomMessages messages = RandomMessages.withRoomyEntries(21);
        List<byte[]> accepted = IntStream.range(0, 4 * CASES)
                .mapToObj(seed -> Mutation.of(bytes(Codec.encode(messages.next())), seed))
                .filter(GlibOracleTest::isAccepted)
                .toList();

        assertThat(accepted).hasSizeGreaterThan(CASES / 4);
        assertThat(GlibOracle.ask(accepted, folder).stream()
                        .filter(answer -> answer.startsWith("refused"))
                        .toList())
                .isEmpty();
    }

    private static void compare(RandomMessages.Sample sample, EncodedMessage<TestFd> encoded, String answer)
            throws MalformedMessageException {
        assertThat(answer).as("answer to %s", sample).doesNotStartWith("refused");
        for (String reencoded : answer.split(" ", -1)) {
            ByteBuffer message = ByteBuffer.wrap(HexFormat.of().parseHex(reencoded));
            Codec.Decoded decoded = Codec.decode(message, encoded.fds());
            assertThat(decoded.header()).isEqualTo(sample.header());
            assertThat(Codec.comparable(decoded.body())).isEqualTo(Codec.comparable(sample.body()));
        }
        byte[] glibs = HexFormat.of().parseHex(answer.substring(0, answer.indexOf(' ')));
        assertThat(body(bytes(encoded))).isEqualTo(body(glibs));
    }

    private static boolean isAccepted(byte[] message) {
        try {
            Codec.decode(ByteBuffer.wrap(message), TestFd.several(16));
            return true;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    private static byte[] body(byte[] message) {
        int bodyBytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        return Arrays.copyOfRange(message, message.length - bodyBytes, message.length);
    }

    private static byte[] bytes(EncodedMessage<TestFd> encoded) {
        byte[] bytes = new byte[encoded.bytes().limit()];
        encoded.bytes().get(0, bytes);
        return bytes;
    }
}
