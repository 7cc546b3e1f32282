package org.vitrine.wire.message;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what some byte strings decode to, so that names seen again cost neither memory nor a check.
 *
 * <p>Bounded: a newcomer takes the slot of whoever had it. Safe for use by several threads at once; a race costs at
 * most a second decoding.
 */
final class InternTable<T> {
    private static final int SLOTS = 256;
    private static final int MAX_BYTES = 128;

    /** Makes a value of checked UTF-8 text, or throws {@link WireFault}. */
    interface Maker<T> {
        T make(String text);
    }

    /** Immutable, so that it can be published by a race. */
    private static final class Entry<T> {
        private final int hash;
        private final byte[] key;
        private final T value;

        Entry(int hash, byte[] key, T value) {
            this.hash = hash;
            this.key = key;
            this.value = value;
        }

        boolean matches(int otherHash, ByteBuffer bytes, int offset, int length) {
            if (hash != otherHash || key.length != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (key[i] != bytes.get(offset + i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final @Nullable Entry<T>[] entries;
    private final Maker<? extends T> maker;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic record can't be made otherwise
    InternTable(Maker<? extends T> maker) {
        this.maker = maker;
        this.entries = new Entry[SLOTS];
    }

    /** Returns the value for {@code length} bytes at {@code offset}; the bytes are known to be inside the buffer. */
    T get(ByteBuffer bytes, int offset, int length) {
        if (length > MAX_BYTES) {
            return maker.make(StrictText.decode(bytes, offset, length));
        }
        int hash = hash(bytes, offset, length);
        int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        Entry<T> known = entries[slot];
        if (known != null && known.matches(hash, bytes, offset, length)) {
            return known.value;
        }
        T value = maker.make(StrictText.decode(bytes, offset, length));
        byte[] key = new byte[length];
        bytes.get(offset, key);
        entries[slot] = new Entry<>(hash, key, value);
        return value;
    }

    private static int hash(ByteBuffer bytes, int offset, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes.get(offset + i);
        }
        return hash;
    }
}
