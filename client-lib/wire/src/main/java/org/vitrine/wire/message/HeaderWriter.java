package org.vitrine.wire.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Writes a header before the body, though only the body tells how many descriptors there are.
 *
 * <p>UNIX_FDS is the first field and takes exactly eight bytes, one unit of the header's alignment. So eight bytes are
 * left free in front: a message with descriptors begins at index 0, one without at index 8, and nothing has to move.
 */
final class HeaderWriter {
    /** Length of the UNIX_FDS field: code, signature {@code u} of three bytes, number. */
    static final int FDS_FIELD_BYTES = 8;

    private final WireWriter wire;
    private final Header header;
    private int fieldsEnd;

    HeaderWriter(WireWriter wire, Header header) {
        this.wire = wire;
        this.header = header;
    }

    /** Writes all fields but UNIX_FDS, and pads, so that the body can follow. */
    void writeFields() {
        wire.skipTo(FDS_FIELD_BYTES + Protocol.FIXED_BYTES);
        writeText(HeaderField.PATH, header.path() == null ? null : header.path().value());
        writeText(HeaderField.INTERFACE, header.interfaceName());
        writeText(HeaderField.MEMBER, header.member());
        writeText(HeaderField.ERROR_NAME, header.errorName());
        if (header.replySerial() != 0) {
            beginField(HeaderField.REPLY_SERIAL);
            wire.writeInt((int) header.replySerial());
        }
        writeText(HeaderField.DESTINATION, header.destination());
        writeText(HeaderField.SENDER, header.sender());
        if (!header.signature().value().isEmpty()) {
            beginField(HeaderField.SIGNATURE);
            wire.writeSignature(header.signature().value());
        }
        fieldsEnd = wire.position();
        wire.align(Protocol.HEADER_ALIGNMENT);
    }

    /** Writes the fixed part in front of the fields; returns the whole message. */
    ByteBuffer finish(int bodyStart, int fdCount) {
        ByteBuffer bytes = wire.buffer();
        int end = bytes.position();
        int start = fdCount > 0 ? 0 : FDS_FIELD_BYTES;
        bytes.put(start, Protocol.LITTLE_ENDIAN_MARK)
                .put(start + 1, header.type().code())
                .put(start + 2, flags())
                .put(start + 3, Protocol.VERSION)
                .putInt(start + 4, end - bodyStart)
                .putInt(start + 8, (int) header.serial())
                .putInt(start + 12, fieldsEnd - start - Protocol.FIXED_BYTES);
        if (fdCount > 0) {
            bytes.position(Protocol.FIXED_BYTES);
            beginField(HeaderField.UNIX_FDS);
            wire.writeInt(fdCount);
        }
        return bytes.slice(start, end - start).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void writeText(HeaderField field, @Nullable String text) {
        if (text != null) {
            beginField(field);
            wire.writeString(text);
        }
    }

    private void beginField(HeaderField field) {
        wire.align(Long.BYTES);
        wire.writeByte(field.code());
        wire.writeByte((byte) 1);
        wire.writeByte(field.type());
        wire.writeByte((byte) 0);
    }

    private byte flags() {
        return (byte) ((header.noReplyExpected() ? HeaderFlag.NO_REPLY_EXPECTED : 0)
                | (header.noAutoStart() ? HeaderFlag.NO_AUTO_START : 0)
                | (header.interactiveAllowed() ? HeaderFlag.ALLOW_INTERACTIVE_AUTHORIZATION : 0));
    }
}
