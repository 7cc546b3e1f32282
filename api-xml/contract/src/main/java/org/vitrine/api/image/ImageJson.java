package org.vitrine.api.image;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Writes an image as JSON for people and scripts, with indices in place of descriptors, and reads it back.
 *
 * <p>The text is that of version 1 in {@code docs/formats.md}. Reading is strict: an unknown or repeated member, a
 * missing one, a number out of range or text after the image is refused, because a member that a reader skips may be
 * the one that changes what the others mean. Safe for use by any thread.
 */
public final class ImageJson {

    /** The longest text that is read, in characters. */
    public static final int MAX_CHARACTERS = 64 * 1024;

    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_CHARACTERS)
                    .maxNestingDepth(8)
                    .maxNumberLength(20)
                    .maxStringLength(4096)
                    .maxNameLength(64)
                    .build())
            .build();

    private ImageJson() {}

    /**
     * Returns the image as indented text that ends with a newline.
     *
     * @throws IllegalArgumentException if a descriptor index is not in 0 … 63
     */
    public static String write(Image<Integer> image) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(prettyPrinter());
            write(image, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /**
     * Reads an image.
     *
     * @throws MalformedImageException if the text is not exactly one image of version 1
     */
    public static Image<Integer> read(String text) throws MalformedImageException {
        if (text.length() > MAX_CHARACTERS) {
            throw new MalformedImageException("The text is too long for an image");
        }
        try (JsonParser json = JSON.createParser(text)) {
            return new ImageJsonReader(json).read();
        } catch (IOException e) {
            throw new MalformedImageException("The text is not JSON, repeats a member or nests too deeply");
        } catch (IllegalArgumentException e) {
            throw new MalformedImageException(String.valueOf(e.getMessage()));
        }
    }

    private static void write(Image<Integer> image, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("title", image.title());
        json.writeArrayFieldStart("tags");
        for (String tag : image.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
        json.writeNumberField("width", image.widthPixels());
        json.writeNumberField("height", image.heightPixels());
        json.writeStringField("format", image.format().toString());
        json.writeNumberField("fourcc", image.format().fourCc().unsignedCode());
        json.writeStringField(
                "modifier", String.format("0x%016x", image.format().modifier().bits()));
        json.writeArrayFieldStart("buffers");
        for (Buffer<Integer> buffer : image.buffers()) {
            write(buffer, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Buffer<Integer> buffer, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("planes");
        for (Plane<Integer> plane : buffer.planes()) {
            json.writeStartObject();
            json.writeNumberField("fd", ImageBinary.requireIndex(plane.fd()));
            json.writeNumberField("offset", plane.offsetBytes());
            json.writeNumberField("stride", plane.strideBytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static DefaultPrettyPrinter prettyPrinter() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
