package org.vitrine.wire.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes D-Bus basic types, little-endian, into a buffer that grows.
 *
 * <p>Alignment counts from index 0. Bytes that only pad are never written and stay zero.
 */
final class WireWriter {
    private static final int FIRST_CAPACITY = 512;

    private final int maxBytes;
    private ByteBuffer bytes = allocate(FIRST_CAPACITY);

    /** Refuses to grow beyond {@code maxBytes} with {@link MessageTooLargeException}. */
    WireWriter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Returns the buffer as it is now; it is replaced when more is written. */
    ByteBuffer buffer() {
        return bytes;
    }

    int position() {
        return bytes.position();
    }

    void skipTo(int position) {
        bytes.position(position);
    }

    void align(int boundary) {
        int end = Protocol.align(bytes.position(), boundary);
        room(end - bytes.position());
        bytes.position(end);
    }

    void writeByte(byte value) {
        room(1);
        bytes.put(value);
    }

    void writeShort(short value) {
        align(Short.BYTES);
        room(Short.BYTES);
        bytes.putShort(value);
    }

    void writeInt(int value) {
        align(Integer.BYTES);
        room(Integer.BYTES);
        bytes.putInt(value);
    }

    void writeLong(long value) {
        align(Long.BYTES);
        room(Long.BYTES);
        bytes.putLong(value);
    }

    void writeBytes(byte[] data) {
        room(data.length);
        bytes.put(data);
    }

    /** Writes a string or an object path; returns its length in UTF-8. */
    int writeString(String text) {
        writeInt(text.length());
        int start = bytes.position();
        room(text.length() + 1);
        if (!putAscii(text)) {
            bytes.position(start);
            putUtf8(text);
        }
        int length = bytes.position() - start;
        writeByte((byte) 0);
        return length;
    }

    /** Writes a signature, whose length is one byte and whose text is ASCII. */
    void writeSignature(String signature) {
        room(signature.length() + 2);
        bytes.put((byte) signature.length());
        putAscii(signature);
        bytes.put((byte) 0);
    }

    /** Writes the place for the length of an array; returns where that is. */
    int beginArray(int elementAlignment) {
        writeInt(0);
        int lengthAt = bytes.position() - Integer.BYTES;
        align(elementAlignment);
        return lengthAt;
    }

    /** Sets the length of the array that began at {@code lengthAt} and ends here. */
    void endArray(int lengthAt, int elementAlignment) {
        int length = bytes.position() - Protocol.align(lengthAt + Integer.BYTES, elementAlignment);
        if (length > Protocol.MAX_ARRAY_BYTES) {
            throw new MessageTooLargeException("array exceeds 64 MiB");
        }
        bytes.putInt(lengthAt, length);
    }

    /** Writes while characters are ASCII other than NUL; tells whether all were. */
    private boolean putAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c > 0x7f) {
                return false;
            }
            bytes.put((byte) c);
        }
        return true;
    }

    private void putUtf8(String text) {
        byte[] encoded = StrictText.encode(text);
        bytes.putInt(bytes.position() - Integer.BYTES, encoded.length);
        writeBytes(encoded);
    }

    private void room(int count) {
        if (bytes.remaining() < count) {
            grow((long) bytes.position() + count);
        }
    }

    private void grow(long needed) {
        if (needed > maxBytes) {
            throw new MessageTooLargeException("message is too long");
        }
        ByteBuffer larger = allocate((int) Math.min(maxBytes, Math.max(needed, 2L * bytes.capacity())));
        bytes = larger.put(bytes.flip());
    }

    private static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }
}
