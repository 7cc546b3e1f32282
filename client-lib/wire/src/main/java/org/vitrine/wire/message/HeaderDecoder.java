package org.vitrine.wire.message;

import java.nio.ByteBuffer;
import java.util.List;
import org.vitrine.api.dbus.TypeSignature;

/**
 * Reads the header of a message in either byte order. Safe for use by several threads; never blocks.
 *
 * <p>Fields that the D-Bus specification doesn't know are checked for form and ignored.
 */
public final class HeaderDecoder {
    /**
     * Reads the header of the message that begins at index 0 of the buffer, and leaves the position at its body. The
     * body need not be there. The buffer's byte order becomes the message's.
     *
     * @throws MalformedMessageException {@linkplain MalformedMessageException.Severity#FATAL fatal} if the fixed part
     *     is broken, else {@linkplain MalformedMessageException.Severity#SKIPPABLE skippable}
     */
    public Header decode(ByteBuffer message) throws MalformedMessageException {
        MessageFrame frame = MessageFrame.at(message, 0);
        if (message.limit() < frame.headerBytes()) {
            throw MalformedMessageException.skippable("header is cut off");
        }
        int limit = message.limit();
        message.order(frame.order()).position(0).limit(frame.headerBytes());
        try {
            return new Fields(message).decode();
        } catch (WireFault | IllegalArgumentException e) {
            throw MalformedMessageException.skippable(String.valueOf(e.getMessage()));
        } finally {
            message.limit(limit).position(frame.headerBytes());
        }
    }

    /** Reads one header; throws {@link WireFault} or, from {@link Header}, {@link IllegalArgumentException}. */
    private static final class Fields {
        private static final int TYPE_OFFSET = 1;
        private static final int FLAGS_OFFSET = 2;
        private static final int SERIAL_OFFSET = 8;
        private static final int FIELDS_OFFSET = 12;

        private final WireReader wire;
        private final HeaderBuilder header;
        private int seen;

        Fields(ByteBuffer bytes) {
            MessageType type = MessageType.ofCode(bytes.get(TYPE_OFFSET));
            if (type == null) {
                throw new WireFault("message type is unknown");
            }
            header = new HeaderBuilder(type)
                    .flags(bytes.get(FLAGS_OFFSET))
                    .serial(Integer.toUnsignedLong(bytes.getInt(SERIAL_OFFSET)));
            wire = new WireReader(bytes.position(FIELDS_OFFSET));
        }

        Header decode() {
            int length = wire.readArrayLength(Long.BYTES);
            int end = wire.narrow(length);
            while (wire.remaining() > 0) {
                wire.align(Long.BYTES);
                decodeField(wire.readByte());
            }
            wire.widen(end);
            wire.align(Long.BYTES);
            return header.build();
        }

        private void decodeField(byte code) {
            TypeSignature type = wire.readSignature(SharedTables.SIGNATURES);
            HeaderField field = HeaderField.ofCode(code);
            if (field == null) {
                skipUnknown(code, type);
                return;
            }
            if (type.value().length() != 1 || type.value().charAt(0) != field.type()) {
                throw new WireFault("header field has the wrong type");
            }
            if ((seen & field.bit()) != 0) {
                throw new WireFault("header field occurs twice");
            }
            seen |= field.bit();
            decodeKnown(field);
        }

        private void decodeKnown(HeaderField field) {
            switch (field) {
                case PATH -> header.path(wire.readString(SharedTables.PATHS, Protocol.MAX_MESSAGE_BYTES));
                case INTERFACE -> header.interfaceName(readName());
                case MEMBER -> header.member(readName());
                case ERROR_NAME -> header.errorName(readName());
                case REPLY_SERIAL -> header.replySerial(readReplySerial());
                case DESTINATION -> header.destination(readName());
                case SENDER -> header.sender(readName());
                case SIGNATURE -> header.signature(wire.readSignature(SharedTables.SIGNATURES));
                case UNIX_FDS -> header.fdCount((int) Math.min(wire.readUnsignedInt(), Integer.MAX_VALUE));
            }
        }

        private String readName() {
            return wire.readString(SharedTables.NAMES, Protocol.MAX_NAME_BYTES);
        }

        private long readReplySerial() {
            long serial = wire.readUnsignedInt();
            if (serial == 0) {
                throw new WireFault("reply serial is 0");
            }
            return serial;
        }

        private void skipUnknown(byte code, TypeSignature type) {
            if (code == 0) {
                throw new WireFault("header field 0 is not allowed");
            }
            if (!type.isSingleType()) {
                throw new WireFault("header field does not hold exactly one value");
            }
            new ValueReader<>(wire, List.of(), MessageLimits.PROTOCOL)
                    .read(type.types().getFirst());
        }
    }
}
