package org.vitrine.wire.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFrameTest {
    @Test
    void lengthCountsFixedPartFieldsPaddingAndBody() throws MalformedMessageException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            assertThat(MessageFrame.of(fixed(order, 13, 5))).isEqualTo(new MessageFrame(order, 32, 5));
            assertThat(MessageFrame.of(fixed(order, 13, 5)).lengthBytes()).isEqualTo(37);
        }
    }

    @Test
    void theBufferIsReadWhereItStandsAndDoesNotMove() throws MalformedMessageException {
        ByteBuffer stream = ByteBuffer.allocate(20).position(4);
        stream.put(4, fixed(ByteOrder.LITTLE_ENDIAN, 8, 0), 0, 16);

        assertThat(MessageFrame.of(stream).lengthBytes()).isEqualTo(24);
        assertThat(stream.position()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 63, 120})
    void aHugeBodyIsKnownNotToFitFromSixteenBytes(int mebibytes) throws MalformedMessageException {
        MessageFrame frame = MessageFrame.of(fixed(ByteOrder.LITTLE_ENDIAN, 8, (long) mebibytes << 20));

        assertThat(frame.bodyFits(MessageLimits.DEFAULTS)).isFalse();
        assertThat(frame.headerFits(MessageLimits.DEFAULTS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 134217713", "67108865, 0", "4294967295, 4294967295", "0, 4294967295"})
    void moreThanTheSpecificationAllowsIsFatal(long fieldsBytes, long bodyBytes) {
        assertFatal(fixed(ByteOrder.LITTLE_ENDIAN, fieldsBytes, bodyBytes));
    }

    @Test
    void otherByteOrdersAndVersionsAreFatal() {
        assertFatal(fixed(ByteOrder.LITTLE_ENDIAN, 0, 0).put(0, (byte) 'x'));
        assertFatal(fixed(ByteOrder.LITTLE_ENDIAN, 0, 0).put(3, (byte) 2));
    }

    private static void assertFatal(ByteBuffer bytes) {
        MalformedMessageException fault =
                catchThrowableOfType(MalformedMessageException.class, () -> MessageFrame.of(bytes));
        assertThat(fault.severity()).isEqualTo(MalformedMessageException.Severity.FATAL);
    }

    private static ByteBuffer fixed(ByteOrder order, long fieldsBytes, long bodyBytes) {
        return ByteBuffer.allocate(16)
                .order(order)
                .put(0, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'l' : 'B'))
                .put(1, (byte) 1)
                .put(3, (byte) 1)
                .putInt(4, (int) bodyBytes)
                .putInt(8, 7)
                .putInt(12, (int) fieldsBytes);
    }
}
