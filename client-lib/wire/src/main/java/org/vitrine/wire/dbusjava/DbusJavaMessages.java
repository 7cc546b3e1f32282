package org.vitrine.wire.dbusjava;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MessageFactory;
import org.vitrine.wire.message.MessageFrame;

/** Turn the bytes of a checked message without descriptors into dbus-java's message. */
final class DbusJavaMessages {
    private static final int FIXED_BYTES = 12;
    private static final int TYPE_OFFSET = 1;
    private static final int FIELDS_LENGTH_BYTES = 4;

    private DbusJavaMessages() {}

    static Message of(ByteBuffer bytes, int headerBytes) throws DBusException, IOException {
        byte[] fixed = new byte[FIXED_BYTES];
        bytes.get(0, fixed);
        byte[] body = new byte[bytes.limit() - headerBytes];
        bytes.get(headerBytes, body);
        return MessageFactory.createMessage(fixed[TYPE_OFFSET], fixed, fields(bytes, headerBytes), body, List.of());
    }

    /** dbus-java wants the length of the fields, then four bytes of nothing, then the fields. */
    private static byte[] fields(ByteBuffer bytes, int headerBytes) {
        int length = headerBytes - MessageFrame.FIXED_LENGTH;
        byte[] fields = new byte[length + 2 * FIELDS_LENGTH_BYTES];
        bytes.get(FIXED_BYTES, fields, 0, FIELDS_LENGTH_BYTES);
        bytes.get(MessageFrame.FIXED_LENGTH, fields, 2 * FIELDS_LENGTH_BYTES, length);
        return fields;
    }
}
