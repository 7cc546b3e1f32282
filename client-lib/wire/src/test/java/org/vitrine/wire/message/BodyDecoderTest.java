package org.vitrine.wire.message;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyDecoderTest {
    @Test
    void booleansAreZeroOrOne() {
        assertFault("b", body -> body.u32(2), "boolean is neither 0 nor 1");
        assertFault("b", body -> body.u32(0x0100_0000), "boolean is neither 0 nor 1");
    }

    @Test
    void paddingIsZero() {
        assertFault("yu", body -> body.u8(1).u8(0).u8(9).u8(0).u32(1), "padding is not zero");
        assertFault("at", body -> body.u32(0).u32(1), "padding is not zero");
    }

    @Test
    void textIsStrictUtf8WithoutNul() {
        assertFault("s", body -> text(body, 'a', 0, 'b'), "string holds a NUL");
        assertFault("s", body -> text(body, 0xc0, 0x80), "string is not UTF-8");
        assertFault("s", body -> text(body, 0xc1, 0xbf), "string is not UTF-8");
        assertFault("s", body -> text(body, 0xed, 0xa0, 0x80), "string is not UTF-8");
        assertFault("s", body -> text(body, 0xf4, 0x90, 0x80, 0x80), "string is not UTF-8");
        assertFault("s", body -> text(body, 0xe2, 0x82), "string is not UTF-8");
        assertFault("s", body -> body.u32(1).u8('a').u8('b'), "string does not end in NUL");
    }

    @Test
    void theReplacementCharacterItselfIsText() throws MalformedMessageException {
        assertThat(decode("s", body -> body.string("\ufffd"))).containsExactly("\ufffd");
    }

    @Test
    void pathsAndSignaturesAreChecked() {
        assertFault("o", body -> body.string("a"), "object path is not valid");
        assertFault("g", body -> body.signature("a"), "signature is not valid");
        assertFault("v", body -> body.signature("yy").u8(0).u8(0), "variant does not hold exactly one value");
        assertFault("v", body -> body.signature(""), "variant does not hold exactly one value");
    }

    @Test
    void lengthsMatchWhatIsThere() {
        assertFault("u", body -> body.u32(1).u8(0), "body is longer than its signature");
        assertFault("uu", body -> body.u32(1), "message is cut off");
        assertFault("au", body -> body.u32(3).u32(1), "message is cut off");
        assertFault("as", body -> body.u32(7).string("abc"), "message is cut off");
        assertFault("s", body -> body.u32(0xffff_ffffL), "string is too long");
        assertFault("s", body -> body.string("x".repeat(4097)), "string is too long");
    }

    @Test
    void theLengthOfAnArrayLeavesOutThePaddingOfItsFirstElement() throws MalformedMessageException {
        assertThat(decode("a(y)", body -> body.u32(9).align(8).u8(1).align(8).u8(2)))
                .containsExactly(List.of(List.of((byte) 1), List.of((byte) 2)));
        assertThat(decode("a(y)", body -> body.u32(0).align(8))).containsExactly(List.of());
    }

    @Test
    void aKeyOccursOnceInADictionary() {
        assertFault(
                "a{yy}",
                body -> body.u32(10).align(8).u8(1).u8(2).align(8).u8(1).u8(3),
                "dictionary holds a key twice");
    }

    @Test
    void variantsNestEightDeep() throws MalformedMessageException {
        assertThat(decode("v", body -> nested(body, 8))).hasSize(1);
        assertFault("v", body -> nested(body, 9), "variants are nested too deep");
    }

    @Test
    void containersNestSixtyFourDeepInAll() throws MalformedMessageException {
        MessageLimits deep = MessageLimits.PROTOCOL;
        assertThat(Codec.decode(call(body -> nested(body, 64)), List.of(), deep).body())
                .hasSize(1);
        assertThat(catchThrowableOfType(
                        MalformedMessageException.class,
                        () -> Codec.decode(call(BodyDecoderTest::nestedInStruct), List.of(), deep)))
                .hasMessage("containers are nested too deep");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 120})
    void anArrayThatOnlySaysItIsHugeCostsNoMemory(int mebibytes) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ByteBuffer message = MessageBytes.call(LITTLE_ENDIAN, "ay", body -> body.u32((long) mebibytes << 20));
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(fault(message)).isNotNull();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 19);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        assertFault("ay", body -> body.u32(65_533).raw(new byte[65_533]), "body is too long");
    }

    private static MessageBytes text(MessageBytes body, int... units) {
        body.u32(units.length);
        for (int unit : units) {
            body.u8(unit);
        }
        return body.u8(0);
    }

    private static void nested(MessageBytes body, int variants) {
        for (int i = 1; i < variants; i++) {
            body.signature("v");
        }
        body.signature("y").u8(0);
    }

    private static void nestedInStruct(MessageBytes body) {
        nested(body.signature("(v)").align(8), 63);
    }

    private static ByteBuffer call(Consumer<MessageBytes> body) {
        return MessageBytes.call(LITTLE_ENDIAN, "v", body);
    }

    private static List<Object> decode(String signature, Consumer<MessageBytes> body) throws MalformedMessageException {
        return Codec.decode(MessageBytes.call(BIG_ENDIAN, signature, body), List.of())
                .body();
    }

    private static void assertFault(String signature, Consumer<MessageBytes> body, String rule) {
        for (var order : List.of(BIG_ENDIAN, LITTLE_ENDIAN)) {
            MalformedMessageException fault = fault(MessageBytes.call(order, signature, body));
            assertThat(fault).as(order.toString()).hasMessage(rule);
            assertThat(fault.severity()).isEqualTo(MalformedMessageException.Severity.ANSWERABLE);
        }
    }

    private static MalformedMessageException fault(ByteBuffer message) {
        return catchThrowableOfType(MalformedMessageException.class, () -> Codec.decode(message, List.of()));
    }
}
