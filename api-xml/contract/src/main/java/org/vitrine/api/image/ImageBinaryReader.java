package org.vitrine.api.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Reads one image of version 1. Ranges are checked by the types that hold the values. */
final class ImageBinaryReader {

    private final ByteBuffer in;

    ImageBinaryReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    Image<Integer> read() throws MalformedImageException {
        try {
            Image<Integer> image = readImage();
            require(!in.hasRemaining(), "There are bytes after the image");
            return image;
        } catch (BufferUnderflowException e) {
            throw new MalformedImageException("The image is cut off");
        } catch (CharacterCodingException e) {
            throw new MalformedImageException("The title is not UTF-8, or a tag is not ASCII");
        } catch (IllegalArgumentException e) {
            throw new MalformedImageException(String.valueOf(e.getMessage()));
        }
    }

    private Image<Integer> readImage() throws MalformedImageException, CharacterCodingException {
        require(in.getInt() == ImageBinary.MAGIC, "These bytes are not an image");
        require(in.get() == ImageBinary.VERSION, "The image has an unknown version");
        int tagCount = readUnsignedByte();
        int bufferCount = readUnsignedByte();
        require(tagCount <= Image.MAX_TAGS && bufferCount <= Image.MAX_BUFFERS, "There are too many tags or buffers");
        require(in.get() == 0, "A reserved byte is not zero");
        Modifier modifier = new Modifier(in.getLong());
        int widthPixels = in.getInt();
        int heightPixels = in.getInt();
        DrmFormat format = new DrmFormat(new FourCc(in.getInt()), modifier);
        String title = readString(Short.toUnsignedInt(in.getShort()), UTF_8);
        List<String> tags = readTags(tagCount);
        List<Buffer<Integer>> buffers = new ArrayList<>();
        for (int i = 0; i < bufferCount; i++) {
            buffers.add(new Buffer<>(widthPixels, heightPixels, format, readPlanes()));
        }
        return new Image<>(title, tags, buffers);
    }

    private List<String> readTags(int count) throws CharacterCodingException {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tags.add(readString(readUnsignedByte(), US_ASCII));
        }
        return tags;
    }

    private List<Plane<Integer>> readPlanes() throws MalformedImageException {
        List<Plane<Integer>> planes = new ArrayList<>();
        int count = readUnsignedByte();
        require(count <= Buffer.MAX_PLANES, "A buffer has too many planes");
        for (int i = 0; i < count; i++) {
            int index = readUnsignedByte();
            require(index <= ImageBinary.MAX_INDEX, "A descriptor index is above 63");
            planes.add(new Plane<>(index, readUnsignedInt(), readUnsignedInt()));
        }
        return planes;
    }

    private String readString(int lengthBytes, Charset charset) throws CharacterCodingException {
        if (lengthBytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer text = in.slice(in.position(), lengthBytes);
        in.position(in.position() + lengthBytes);
        return charset.newDecoder().decode(text).toString();
    }

    private int readUnsignedByte() {
        return Byte.toUnsignedInt(in.get());
    }

    private long readUnsignedInt() {
        return Integer.toUnsignedLong(in.getInt());
    }

    private static void require(boolean condition, String otherwise) throws MalformedImageException {
        if (!condition) {
            throw new MalformedImageException(otherwise);
        }
    }
}
