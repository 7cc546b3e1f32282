package org.vitrine.wire.message;

import java.nio.ByteBuffer;

/**
 * Reads D-Bus basic types from a message that begins at index 0 of a buffer; moves the buffer's position, never past
 * its limit. Throws {@link WireFault} for what is cut off or not allowed.
 */
final class WireReader {
    private final ByteBuffer bytes;

    /** Takes a buffer whose byte order is already the message's. */
    WireReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int position() {
        return bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    byte readByte() {
        need(1);
        return bytes.get();
    }

    short readShort() {
        align(Short.BYTES);
        need(Short.BYTES);
        return bytes.getShort();
    }

    int readInt() {
        align(Integer.BYTES);
        need(Integer.BYTES);
        return bytes.getInt();
    }

    long readUnsignedInt() {
        return Integer.toUnsignedLong(readInt());
    }

    long readLong() {
        align(Long.BYTES);
        need(Long.BYTES);
        return bytes.getLong();
    }

    double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    boolean readBoolean() {
        int value = readInt();
        if ((value & ~1) != 0) {
            throw new WireFault("boolean is neither 0 nor 1");
        }
        return value == 1;
    }

    String readString(int maxBytes) {
        int length = readStringLength(maxBytes);
        String text = StrictText.decode(bytes, bytes.position(), length);
        finishText(length);
        return text;
    }

    <T> T readString(InternTable<T> table, int maxBytes) {
        int length = readStringLength(maxBytes);
        T value = table.get(bytes, bytes.position(), length);
        finishText(length);
        return value;
    }

    /** Reads a signature, whose length is one byte. */
    <T> T readSignature(InternTable<T> table) {
        int length = Byte.toUnsignedInt(readByte());
        need(length + 1);
        T value = table.get(bytes, bytes.position(), length);
        finishText(length);
        return value;
    }

    byte[] readBytes(int length) {
        need(length);
        byte[] data = new byte[length];
        bytes.get(data);
        return data;
    }

    /** Reads the length of an array and what pads its first element, which is there even if the array is empty. */
    int readArrayLength(int elementAlignment) {
        long length = readUnsignedInt();
        if (length > Protocol.MAX_ARRAY_BYTES) {
            throw new WireFault("array exceeds 64 MiB");
        }
        align(elementAlignment);
        need((int) length);
        return (int) length;
    }

    /** Ends the readable part there; returns the end before. */
    int narrow(int length) {
        int limit = bytes.limit();
        bytes.limit(bytes.position() + length);
        return limit;
    }

    void widen(int limit) {
        bytes.limit(limit);
    }

    void align(int boundary) {
        int start = bytes.position();
        int end = Protocol.align(start, boundary);
        need(end - start);
        for (int at = start; at < end; at++) {
            if (bytes.get(at) != 0) {
                throw new WireFault("padding is not zero");
            }
        }
        bytes.position(end);
    }

    private int readStringLength(int maxBytes) {
        long length = readUnsignedInt();
        if (length > maxBytes) {
            throw new WireFault("string is too long");
        }
        if (length >= bytes.remaining()) {
            throw new WireFault("message is cut off");
        }
        return (int) length;
    }

    private void finishText(int length) {
        bytes.position(bytes.position() + length);
        if (bytes.get() != 0) {
            throw new WireFault("string does not end in NUL");
        }
    }

    private void need(int count) {
        if (bytes.remaining() < count) {
            throw new WireFault("message is cut off");
        }
    }
}
