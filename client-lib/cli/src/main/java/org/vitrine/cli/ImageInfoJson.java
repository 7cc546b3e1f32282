package org.vitrine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.vitrine.client.ImageInfo;

/** Writes images' metadata. A format that is not there yet is {@code null}. */
final class ImageInfoJson {
    private ImageInfoJson() {}

    /** Returns {@code {"images":[…]}}. */
    static String list(List<ImageInfo> images) {
        return Json.object(json -> {
            json.writeArrayFieldStart("images");
            for (ImageInfo image : images) {
                json.writeStartObject();
                write(json, image);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Returns one image. */
    static String one(ImageInfo image) {
        return Json.object(json -> write(json, image));
    }

    /** Writes the fields of an object that is open already. */
    static void write(JsonGenerator json, ImageInfo image) throws IOException {
        json.writeNumberField("id", image.id().serial());
        json.writeStringField("path", image.id().path().value());
        json.writeStringField("title", image.title());
        json.writeArrayFieldStart("tags");
        for (String tag : image.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
        json.writeStringField("producer", image.producer());
        json.writeNumberField("width", image.widthPixels());
        json.writeNumberField("height", image.heightPixels());
        json.writeStringField("format", image.format().map(Object::toString).orElse(null));
        json.writeNumberField("planes", image.planes());
        json.writeNumberField("generation", image.generation());
        json.writeNumberField("buffers", image.buffers());
        json.writeNumberField("sequence", image.sequence());
        json.writeBooleanField("writable", image.writable());
        json.writeNumberField("consumers", image.consumers());
    }
}
