package org.vitrine.wire.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.Variant;

class MessageEncoderTest {
    private static final TestFd FIRST = new TestFd(1);
    private static final TestFd SECOND = new TestFd(2);

    @Test
    void descriptorsTravelAnywhereAndEqualOnesShareAnIndex() throws MalformedMessageException {
        List<Object> body = List.of(
                List.of(FIRST, SECOND, FIRST),
                Map.of("fd", new Variant<>(new TypeSignature("h"), SECOND)),
                List.of(FIRST));
        EncodedMessage<TestFd> encoded = encode("aha{sv}(h)", body);

        assertThat(encoded.fds()).containsExactly(FIRST, SECOND);
        Codec.Decoded decoded = Codec.decode(encoded.bytes(), encoded.fds());
        assertThat(decoded.header().fdCount()).isEqualTo(2);
        assertThat(decoded.body()).isEqualTo(body);
    }

    @Test
    void aSeventeenthDescriptorIsRefused() {
        assertThat(encode("ah", List.of(TestFd.several(16))).fds()).hasSize(16);
        assertThatExceptionOfType(MessageTooLargeException.class)
                .isThrownBy(() -> encode("ah", List.of(TestFd.several(17))));
    }

    @Test
    void limitsHoldForWhatIsSent() {
        assertThatExceptionOfType(MessageTooLargeException.class)
                .isThrownBy(() -> encode("s", List.of("x".repeat(4097))));
        assertThatExceptionOfType(MessageTooLargeException.class)
                .isThrownBy(() -> encode("ay", List.of(new byte[1 << 16])));
        assertThatExceptionOfType(MessageTooLargeException.class)
                .isThrownBy(() -> encode("ay", List.of(new byte[1 << 24])));
    }

    @Test
    void aBodyJustWithinItsLimitIsEncoded() throws MalformedMessageException {
        byte[] most = new byte[(1 << 16) - Integer.BYTES];

        assertThat(MessageFrame.of(encode("ay", List.of(most)).bytes()).bodyBytes())
                .isEqualTo(1 << 16);
    }

    @Test
    void valuesThatAreNotOfTheirTypeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> encode("u", List.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> encode("u", List.of(1L << 32)));
        assertThatIllegalArgumentException().isThrownBy(() -> encode("u", List.of(-1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> encode("q", List.of(1 << 16)));
        assertThatIllegalArgumentException().isThrownBy(() -> encode("h", List.of(1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> encode("o", List.of("/a")));
        assertThatIllegalArgumentException().isThrownBy(() -> encode("uu", List.of(1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> encode("(uu)", List.of(List.of(1L))));
    }

    @Test
    void textThatDBusCannotHoldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> encode("s", List.of("a\0b")));
        assertThatIllegalArgumentException().isThrownBy(() -> encode("s", List.of("\ud800")));
        assertThatIllegalArgumentException().isThrownBy(() -> encode("s", List.of("a\udc00b")));
    }

    @Test
    void answersGoBackToTheSenderOfTheCall() throws MalformedMessageException {
        Header call = Header.call(new ObjectPath("/a"), "b.C", "D")
                .serial(3)
                .sender(":1.5")
                .build();
        Header error = Header.error(call, "b.Error.Bad").serial(4).build();

        assertThat(Header.returnTo(call).serial(4).build().replySerial()).isEqualTo(3);
        EncodedMessage<TestFd> encoded = MessageEncoder.encode(error, List.of(), TestFd.class, MessageLimits.DEFAULTS);
        assertThat(Codec.decode(encoded.bytes(), List.of()).header()).isEqualTo(error);
        assertThat(error.destination()).isEqualTo(":1.5");
    }

    private static EncodedMessage<TestFd> encode(String signature, List<Object> body) {
        Header header = Header.call(new ObjectPath("/a"), "b.C", "D")
                .serial(1)
                .signature(new TypeSignature(signature))
                .build();
        return MessageEncoder.encode(header, body, TestFd.class, MessageLimits.DEFAULTS);
    }
}
