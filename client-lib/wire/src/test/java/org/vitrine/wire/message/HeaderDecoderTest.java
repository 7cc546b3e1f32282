package org.vitrine.wire.message;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.dbus.ObjectPath;

class HeaderDecoderTest {
    private static final int CALL = 1;
    private static final int RETURN = 2;
    private static final int ERROR = 3;
    private static final int SIGNAL = 4;

    private final HeaderDecoder decoder = new HeaderDecoder();

    @Test
    void fieldsAreReadInBothByteOrders() throws MalformedMessageException {
        for (ByteOrder order : new ByteOrder[] {LITTLE_ENDIAN, BIG_ENDIAN}) {
            ByteBuffer message = MessageBytes.message(
                    order,
                    CALL,
                    fields -> fields.path("/a").interfaceName("b.C").member("D").textField(7, 's', ":1.9"),
                    body -> {});
            Header header = decoder.decode(message);

            assertThat(header.path()).isEqualTo(new ObjectPath("/a"));
            assertThat(header.interfaceName()).isEqualTo("b.C");
            assertThat(header.sender()).isEqualTo(":1.9");
            assertThat(header.serial()).isEqualTo(7);
            assertThat(message.position()).isEqualTo(message.limit());
        }
    }

    @Test
    void theBodyNeedNotBeThere() throws MalformedMessageException {
        ByteBuffer message = MessageBytes.call(LITTLE_ENDIAN, "s", body -> body.string("text"));
        message.limit(MessageFrame.of(message).headerBytes());

        assertThat(decoder.decode(message).member()).isEqualTo("Do");
    }

    @Test
    void unknownFieldsAreIgnored() throws MalformedMessageException {
        Header header = decoder.decode(
                message(CALL, f -> call(f).field(200, "as").u32(6).string("x")));

        assertThat(header.member()).isEqualTo("Do");
    }

    @Test
    void malformedUnknownFieldsAreNot() {
        assertSkippable(CALL, f -> call(f).field(200, "b").u32(2), "boolean is neither 0 nor 1");
        assertSkippable(
                CALL, f -> call(f).field(200, "yy").u8(0).u8(0), "header field does not hold exactly one value");
        assertSkippable(CALL, f -> call(f).field(0, "y").u8(0), "header field 0 is not allowed");
    }

    @Test
    void whatATypeRequiresMustBeThere() {
        assertSkippable(CALL, f -> f.path("/a"), "call lacks its path or member");
        assertSkippable(CALL, f -> f.member("Do"), "call lacks its path or member");
        assertSkippable(RETURN, f -> {}, "return lacks its reply serial");
        assertSkippable(ERROR, f -> f.replySerial(1), "error lacks its name or reply serial");
        assertSkippable(ERROR, f -> f.errorName("a.B"), "error lacks its name or reply serial");
        assertSkippable(SIGNAL, f -> f.path("/a").member("M"), "signal lacks its path, interface or member");
        assertSkippable(RETURN, f -> f.replySerial(0), "reply serial is 0");
    }

    @Test
    void knownFieldsOccurOnceAndHaveTheirType() {
        assertSkippable(CALL, f -> call(f).member("Do"), "header field occurs twice");
        assertSkippable(CALL, f -> f.path("/a").textField(3, 'o', "/b"), "header field has the wrong type");
        assertSkippable(RETURN, f -> f.field(5, "i").u32(1), "header field has the wrong type");
    }

    @Test
    void theMessageTypeMustBeKnown() {
        assertSkippable(0, HeaderDecoderTest::call, "message type is unknown");
        assertSkippable(5, HeaderDecoderTest::call, "message type is unknown");
    }

    @Test
    void theSerialIsNotZero() {
        ByteBuffer message = message(CALL, HeaderDecoderTest::call).putInt(8, 0);

        assertThat(fault(message)).hasMessageStartingWith("serial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", ".a", "a.", "a..b", "a.1b", "a.b-c", "ä.b", "a b.c"})
    void interfaceNamesAreChecked(String name) {
        assertSkippable(CALL, f -> call(f).interfaceName(name), "interface name is not valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", ":1", ":", "a.1", "a/b.c", "org.x "})
    void busNamesAreChecked(String name) {
        assertSkippable(CALL, f -> call(f).textField(6, 's', name), "destination is not a bus name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "/a/", "//", "/a-b"})
    void pathsAreChecked(String path) {
        assertSkippable(CALL, f -> f.path(path).member("Do"), "object path is not valid");
    }

    @Test
    void reservedNamesNeverTravel() {
        assertThat(fault(
                        message(CALL, f -> f.path("/org/freedesktop/DBus/Local").member("Do"))))
                .isNotNull();
        assertThat(fault(message(CALL, f -> call(f).interfaceName("org.freedesktop.DBus.Local"))))
                .isNotNull();
    }

    private static MessageBytes call(MessageBytes fields) {
        return fields.path("/a").member("Do");
    }

    private static ByteBuffer message(int type, Consumer<MessageBytes> fields) {
        return MessageBytes.message(BIG_ENDIAN, type, fields, body -> {});
    }

    private void assertSkippable(int type, Consumer<MessageBytes> fields, String rule) {
        MalformedMessageException fault = fault(message(type, fields));
        assertThat(fault).hasMessage(rule);
        assertThat(fault.severity()).isEqualTo(MalformedMessageException.Severity.SKIPPABLE);
    }

    private MalformedMessageException fault(ByteBuffer message) {
        return catchThrowableOfType(MalformedMessageException.class, () -> decoder.decode(message));
    }
}
