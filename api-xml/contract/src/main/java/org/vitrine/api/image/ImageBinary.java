package org.vitrine.api.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes an image as a few bytes, with indices in place of descriptors, and reads it back.
 *
 * <p>The bytes are those of version 1 in {@code docs/formats.md}; all numbers are little-endian. An image has one
 * encoding only. Safe for use by any thread.
 */
public final class ImageBinary {

    /** The greatest descriptor index: sixteen buffers of four planes have at most 64 descriptors. */
    public static final int MAX_INDEX = Image.MAX_BUFFERS * Buffer.MAX_PLANES - 1;

    /** The bytes of the longest encoding. */
    public static final int MAX_BYTES = 2430;

    static final int MAGIC = 0x474d4956; // "VIMG"
    static final byte VERSION = 1;

    private ImageBinary() {}

    /**
     * Returns the encoding of an image.
     *
     * @throws IllegalArgumentException if a descriptor index is not in 0 … 63
     */
    public static byte[] write(Image<Integer> image) {
        byte[] title = image.title().getBytes(UTF_8);
        ByteBuffer out = ByteBuffer.allocate(MAX_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).put(VERSION);
        out.put((byte) image.tags().size()).put((byte) image.buffers().size()).put((byte) 0);
        out.putLong(image.format().modifier().bits());
        out.putInt(image.widthPixels()).putInt(image.heightPixels());
        out.putInt(image.format().fourCc().code());
        out.putShort((short) title.length).put(title);
        for (String tag : image.tags()) {
            out.put((byte) tag.length()).put(tag.getBytes(US_ASCII));
        }
        image.buffers().forEach(buffer -> write(buffer, out));
        return Arrays.copyOf(out.array(), out.position());
    }

    /**
     * Reads an image.
     *
     * @throws MalformedImageException if the bytes are not exactly one image of version 1
     */
    public static Image<Integer> read(byte[] bytes) throws MalformedImageException {
        return new ImageBinaryReader(bytes).read();
    }

    private static void write(Buffer<Integer> buffer, ByteBuffer out) {
        out.put((byte) buffer.planes().size());
        for (Plane<Integer> plane : buffer.planes()) {
            out.put((byte) requireIndex(plane.fd()));
            out.putInt((int) plane.offsetBytes()).putInt((int) plane.strideBytes());
        }
    }

    static int requireIndex(int index) {
        if (index < 0 || index > MAX_INDEX) {
            throw new IllegalArgumentException("A descriptor index is 0 to 63");
        }
        return index;
    }
}
