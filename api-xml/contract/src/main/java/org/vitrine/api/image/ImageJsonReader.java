package org.vitrine.api.image;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one image of version 1 from JSON. Members may come in any order. */
final class ImageJsonReader {

    private static final Pattern MODIFIER = Pattern.compile("0x[0-9a-f]{16}");
    private static final Set<String> IMAGE_MEMBERS =
            Set.of("version", "title", "tags", "width", "height", "fourcc", "modifier", "buffers");
    private static final Set<String> PLANE_MEMBERS = Set.of("fd", "offset", "stride");

    private final JsonParser json;
    private final Set<String> imageMembersSeen = new HashSet<>();
    private String title = "";
    private List<String> tags = List.of();
    private long width;
    private long height;
    private long fourCc;
    private long modifier;
    private List<List<Plane<Integer>>> buffers = List.of();

    ImageJsonReader(JsonParser json) {
        this.json = json;
    }

    Image<Integer> read() throws IOException, MalformedImageException {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            readImageMember(member);
            imageMembersSeen.add(member);
        }
        requireAll(imageMembersSeen, IMAGE_MEMBERS);
        require(json.nextToken() == null, "There is text after the image");
        return image();
    }

    private void readImageMember(String member) throws IOException, MalformedImageException {
        switch (member) {
            case "version" -> require(readNumber(0, Integer.MAX_VALUE) == ImageJson.VERSION, "Unknown version");
            case "title" -> title = readString();
            case "tags" -> tags = readTags();
            case "width" -> width = readNumber(1, Buffer.MAX_PIXELS);
            case "height" -> height = readNumber(1, Buffer.MAX_PIXELS);
            case "format" -> readString();
            case "fourcc" -> fourCc = readNumber(0, 0xffff_ffffL);
            case "modifier" -> modifier = readModifier();
            case "buffers" -> buffers = readBuffers();
            default -> throw new MalformedImageException("The image has an unknown member");
        }
    }

    private Image<Integer> image() {
        DrmFormat format = new DrmFormat(FourCc.ofUnsigned(fourCc), new Modifier(modifier));
        return new Image<>(
                title,
                tags,
                buffers.stream()
                        .map(planes -> new Buffer<>((int) width, (int) height, format, planes))
                        .toList());
    }

    private List<String> readTags() throws IOException, MalformedImageException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<String> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(readString());
        }
        return list;
    }

    private List<List<Plane<Integer>>> readBuffers() throws IOException, MalformedImageException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<List<Plane<Integer>>> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.START_OBJECT);
            expect(json.nextToken(), JsonToken.FIELD_NAME);
            require(json.currentName().equals("planes"), "A buffer has one member, its planes");
            json.nextToken();
            list.add(readPlanes());
            expect(json.nextToken(), JsonToken.END_OBJECT);
        }
        return list;
    }

    private List<Plane<Integer>> readPlanes() throws IOException, MalformedImageException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<Plane<Integer>> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(readPlane());
        }
        return list;
    }

    private Plane<Integer> readPlane() throws IOException, MalformedImageException {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        Set<String> seen = new HashSet<>();
        long index = 0;
        long offset = 0;
        long stride = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "fd" -> index = readNumber(0, ImageBinary.MAX_INDEX);
                case "offset" -> offset = readNumber(0, Plane.MAX_BYTES);
                case "stride" -> stride = readNumber(1, Plane.MAX_BYTES);
                default -> throw new MalformedImageException("A plane has an unknown member");
            }
            seen.add(member);
        }
        requireAll(seen, PLANE_MEMBERS);
        return new Plane<>((int) index, offset, stride);
    }

    private String readString() throws IOException, MalformedImageException {
        expect(json.currentToken(), JsonToken.VALUE_STRING);
        return json.getText();
    }

    private long readNumber(long least, long most) throws IOException, MalformedImageException {
        expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT);
        long value = json.getLongValue();
        require(value >= least && value <= most, "A number is not in " + least + " to " + most);
        return value;
    }

    private long readModifier() throws IOException, MalformedImageException {
        String text = readString();
        require(MODIFIER.matcher(text).matches(), "A modifier is written 0x and 16 digits of 0-9 a-f");
        return Long.parseUnsignedLong(text, 2, text.length(), 16);
    }

    private static void requireAll(Set<String> seen, Set<String> wanted) throws MalformedImageException {
        require(seen.containsAll(wanted), "The image or one of its planes lacks a member");
    }

    private static void expect(@Nullable JsonToken token, JsonToken wanted) throws MalformedImageException {
        require(token == wanted, "The text is JSON but does not describe an image");
    }

    private static void require(boolean condition, String otherwise) throws MalformedImageException {
        if (!condition) {
            throw new MalformedImageException(otherwise);
        }
    }
}
