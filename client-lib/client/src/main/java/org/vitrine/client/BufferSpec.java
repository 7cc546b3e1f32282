package org.vitrine.client;

import java.util.Objects;
import org.vitrine.api.image.DrmFormat;

/**
 * Says what buffer to make.
 *
 * @param widthPixels 1 to 32768
 * @param heightPixels 1 to 32768
 * @param format how pixels are stored; an allocator says which it can make
 * @param writableByConsumers whether consumers may be allowed to draw; else the storage is made read-only for them
 *     where the kernel can do so
 */
public record BufferSpec(int widthPixels, int heightPixels, DrmFormat format, boolean writableByConsumers) {
    private static final int MAX_PIXELS = 32768;

    public BufferSpec {
        Objects.requireNonNull(format);
        if (widthPixels < 1 || widthPixels > MAX_PIXELS || heightPixels < 1 || heightPixels > MAX_PIXELS) {
            throw new IllegalArgumentException("a buffer is 1 to " + MAX_PIXELS + " pixels wide and high, not "
                    + widthPixels + " x " + heightPixels);
        }
    }

    /** Describes a buffer that only its producer draws into. */
    public static BufferSpec of(int widthPixels, int heightPixels, DrmFormat format) {
        return new BufferSpec(widthPixels, heightPixels, format, false);
    }
}
