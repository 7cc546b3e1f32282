package org.vitrine.wire.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Writes messages byte by byte, broken ones too; shares no code with what it tests. */
final class MessageBytes {
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 17);

    private MessageBytes(ByteOrder order) {
        bytes.order(order);
    }

    /** Returns a well-formed call with this signature, whose body is whatever the writer writes. */
    static ByteBuffer call(ByteOrder order, String signature, Consumer<MessageBytes> body) {
        return message(order, 1, fields -> fields.path("/a").member("Do").signatureField(signature), body);
    }

    static ByteBuffer message(ByteOrder order, int type, Consumer<MessageBytes> fields, Consumer<MessageBytes> body) {
        MessageBytes message = new MessageBytes(order);
        message.u8(order == ByteOrder.LITTLE_ENDIAN ? 'l' : 'B')
                .u8(type)
                .u8(0)
                .u8(1)
                .u32(0)
                .u32(7)
                .u32(0);
        fields.accept(message);
        message.bytes.putInt(12, message.bytes.position() - 16);
        message.align(8);
        int bodyStart = message.bytes.position();
        body.accept(message);
        message.bytes.putInt(4, message.bytes.position() - bodyStart);
        return message.bytes.flip();
    }

    MessageBytes path(String value) {
        return textField(1, 'o', value);
    }

    MessageBytes interfaceName(String value) {
        return textField(2, 's', value);
    }

    MessageBytes member(String value) {
        return textField(3, 's', value);
    }

    MessageBytes errorName(String value) {
        return textField(4, 's', value);
    }

    MessageBytes replySerial(long value) {
        return field(5, "u").u32(value);
    }

    MessageBytes signatureField(String value) {
        return field(8, "g").signature(value);
    }

    MessageBytes textField(int code, char type, String value) {
        return field(code, String.valueOf(type)).string(value);
    }

    MessageBytes field(int code, String type) {
        return align(8).u8(code).signature(type);
    }

    MessageBytes u8(int value) {
        bytes.put((byte) value);
        return this;
    }

    MessageBytes u32(long value) {
        align(4);
        bytes.putInt((int) value);
        return this;
    }

    MessageBytes string(String value) {
        return u32(value.getBytes(UTF_8).length).raw(value.getBytes(UTF_8)).u8(0);
    }

    MessageBytes signature(String value) {
        return u8(value.length()).raw(value.getBytes(UTF_8)).u8(0);
    }

    MessageBytes raw(byte... data) {
        bytes.put(data);
        return this;
    }

    MessageBytes align(int boundary) {
        while (bytes.position() % boundary != 0) {
            bytes.put((byte) 0);
        }
        return this;
    }
}
