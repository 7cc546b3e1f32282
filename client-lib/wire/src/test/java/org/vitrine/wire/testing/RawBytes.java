package org.vitrine.wire.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vitrine.fd.Fd;
import org.vitrine.wire.message.EncodedMessage;
import org.vitrine.wire.message.HeaderBuilder;
import org.vitrine.wire.message.MessageEncoder;
import org.vitrine.wire.message.MessageLimits;

/** Make messages that no encoder would, by changing the bytes of good ones. */
public final class RawBytes {
    private static final int BODY_LENGTH_OFFSET = 4;

    private RawBytes() {}

    /** Encode a good message, little-endian. */
    public static ByteBuffer of(HeaderBuilder header, List<Object> body) {
        EncodedMessage<Fd> message = MessageEncoder.encode(header.build(), body, Fd.class, MessageLimits.PROTOCOL);
        return message.bytes().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Overwrite the last 32 bits, such as the index of a descriptor. */
    public static ByteBuffer withLastInt(ByteBuffer message, int value) {
        return message.putInt(message.limit() - Integer.BYTES, value);
    }

    /** Say that unsigned 32-bit integers are descriptors, in the header's signature and in a variant's. */
    public static ByteBuffer withIntegersAsDescriptors(ByteBuffer message, String signature) {
        byte[] bytes = new byte[message.limit()];
        message.get(0, bytes);
        byte[] sought = signature.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + sought.length < bytes.length; at++) {
            if (bytes[at] == sought.length && matches(bytes, at + 1, sought) && bytes[at + 1 + sought.length] == 0) {
                for (int i = 0; i < sought.length; i++) {
                    message.put(at + 1 + i, sought[i] == 'u' ? (byte) 'h' : sought[i]);
                }
            }
        }
        return message;
    }

    /** Keep the header only, and claim another length of the body than it had. */
    public static ByteBuffer headerClaiming(ByteBuffer message, int bodyBytes, int claimedBytes) {
        return message.putInt(BODY_LENGTH_OFFSET, claimedBytes).limit(message.limit() - bodyBytes);
    }

    private static boolean matches(byte[] bytes, int at, byte[] sought) {
        for (int i = 0; i < sought.length; i++) {
            if (bytes[at + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }
}
