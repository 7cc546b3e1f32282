package org.vitrine.wire.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An {@code h} is an index into what came with the message, or the message is malformed. */
class DescriptorIndexTest {
    private static final long[] BAD_INDEXES_FOR_TWO = {2, 3, 16, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL};

    static Stream<Arguments> places() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                .flatMap(order -> Stream.of("h", "(h)", "ah", "v", "a{sv}", "a{hy}", "a(huu)", "av")
                        .map(signature -> Arguments.of(order, signature)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void anIndexWithoutDescriptorIsAnswerable(ByteOrder order, String signature) {
        for (long index : BAD_INDEXES_FOR_TWO) {
            assertRefused(call(order, signature, index), TestFd.several(2));
        }
        assertRefused(call(order, signature, 0), List.of());
    }

    @ParameterizedTest
    @MethodSource("places")
    void anIndexWithADescriptorBecomesIt(ByteOrder order, String signature) throws MalformedMessageException {
        Codec.Decoded decoded = Codec.decode(call(order, signature, 1), TestFd.several(2));

        assertThat(Codec.comparable(decoded.body()).toString()).contains(new TestFd(1).toString());
        assertThat(decoded.body().toString()).doesNotContain(new TestFd(0).toString());
    }

    private static void assertRefused(ByteBuffer message, List<TestFd> fds) {
        MalformedMessageException fault =
                catchThrowableOfType(MalformedMessageException.class, () -> Codec.decode(message, fds));
        assertThat(fault.severity()).isEqualTo(MalformedMessageException.Severity.ANSWERABLE);
        assertThat(fault.header()).get().extracting(Header::member).isEqualTo("Do");
        assertThat(fault).hasMessage("descriptor index has no descriptor");
    }

    private static ByteBuffer call(ByteOrder order, String signature, long index) {
        Consumer<MessageBytes> body = switch (signature) {
            case "h", "(h)" -> bytes -> bytes.u32(index);
            case "ah" -> bytes -> bytes.u32(4).u32(index);
            case "v" -> bytes -> bytes.signature("h").u32(index);
            case "a{sv}" ->
                bytes -> bytes.u32(16)
                        .align(8)
                        .string("fd")
                        .signature("h")
                        .align(4)
                        .u32(index);
            case "a{hy}" -> bytes -> bytes.u32(5).align(8).u32(index).u8(0);
            case "a(huu)" -> bytes -> bytes.u32(12).align(8).u32(index).u32(0).u32(0);
            case "av" -> bytes -> bytes.u32(8).signature("h").u32(index);
            default -> throw new IllegalArgumentException(signature);
        };
        return MessageBytes.call(order, signature, body);
    }
}
