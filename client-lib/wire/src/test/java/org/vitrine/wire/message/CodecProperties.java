package org.vitrine.wire.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Holds for every message, sound or damaged. */
class CodecProperties {
    private static final List<TestFd> FDS = TestFd.several(16);

    @Property(tries = 5_000)
    void whatIsEncodedDecodesToTheSame(@ForAll long seed) throws MalformedMessageException {
        RandomMessages.Sample sample = new RandomMessages(seed).next();
        EncodedMessage<TestFd> encoded = Codec.encode(sample);

        Codec.Decoded decoded = Codec.decode(encoded.bytes(), encoded.fds());

        assertThat(decoded.header().fdCount()).isEqualTo(encoded.fds().size());
        assertThat(Codec.comparable(decoded.body())).isEqualTo(Codec.comparable(sample.body()));
    }

    @Property(tries = 300)
    void aMessageCutOffAnywhereIsReported(@ForAll long seed) {
        byte[] whole = bytes(seed);
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(Arrays.copyOf(whole, length));
            assertThatExceptionOfType(MalformedMessageException.class)
                    .as("%d of %d bytes", length, whole.length)
                    .isThrownBy(() -> Codec.decode(part, FDS));
        }
    }

    @Property(tries = 100_000)
    void damagedMessagesAreDecodedOrReported(@ForAll long seed) {
        ByteBuffer damaged = ByteBuffer.wrap(Mutation.of(bytes(seed), seed));
        try {
            assertThat(Codec.decode(damaged, FDS).header().serial()).isPositive();
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageNotContaining("org.");
        }
    }

    private static byte[] bytes(long seed) {
        ByteBuffer encoded = Codec.encode(new RandomMessages(seed).next()).bytes();
        byte[] bytes = new byte[encoded.limit()];
        encoded.get(bytes);
        return bytes;
    }
}
