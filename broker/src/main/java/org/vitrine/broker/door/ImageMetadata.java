package org.vitrine.broker.door;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.Modifier;
import org.vitrine.broker.registry.Generation;
import org.vitrine.broker.registry.ImageTraits;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.Fd;

/** Puts an image into words, for DescribeImage and for the properties of Image1. */
public final class ImageMetadata {
    private ImageMetadata() {}

    /** Returns the keys of DescribeImage. */
    public static Map<String, Variant<Fd>> describe(SharedImage image) {
        ImageTraits traits = image.traits();
        Map<String, Variant<Fd>> keys = new LinkedHashMap<>();
        keys.put("title", Values.text(traits.title()));
        keys.put("tags", Values.texts(traits.tags()));
        keys.put("producer", Values.text(image.facts().producerAppId()));
        keys.put("width", Values.uint32(width(image)));
        keys.put("height", Values.uint32(height(image)));
        image.generation().ifPresent(generation -> putFormat(keys, generation));
        keys.put("generation", Values.uint32(image.generationNumber()));
        keys.put("buffers", Values.uint32(bufferCount(image)));
        keys.put("sequence", Values.uint64(image.sequence()));
        keys.put("writable", Values.flag(traits.writable()));
        keys.put("consumers", Values.uint32(image.consumerCount()));
        traits.formats().ifPresent(formats -> keys.put("formats", Values.formats(formats)));
        return keys;
    }

    private static void putFormat(Map<String, Variant<Fd>> keys, Generation generation) {
        DrmFormat format = generation.format();
        keys.put("fourcc", Values.uint32(format.fourCc().unsignedCode()));
        keys.put("modifier", Values.uint64(format.modifier().bits()));
        keys.put("format", Values.text(format.toString()));
        keys.put("planes", Values.uint32(generation.planeCount()));
    }

    /** Returns one property of Image1. */
    public static Object property(SharedImage image, String name) {
        return switch (name) {
            case "version" -> Properties.VERSION;
            case "Title" -> image.traits().title();
            case "Tags" -> image.traits().tags();
            case "Producer" -> image.facts().producerAppId();
            case "Width" -> width(image);
            case "Height" -> height(image);
            case "Fourcc" ->
                image.generation().map(g -> g.format().fourCc().unsignedCode()).orElse(0L);
            case "Modifier" ->
                image.generation()
                        .map(g -> g.format().modifier())
                        .orElse(Modifier.INVALID)
                        .bits();
            case "Format" -> image.generation().map(g -> g.format().toString()).orElse("");
            case "Generation" -> image.generationNumber();
            case "Buffers" -> bufferCount(image);
            case "Sequence" -> image.sequence();
            case "Writable" -> image.traits().writable();
            case "Consumers" -> (long) image.consumerCount();
            default -> throw Properties.unknown();
        };
    }

    private static long width(SharedImage image) {
        return image.generation()
                .map(generation -> (long) generation.widthPixels())
                .orElseGet(() ->
                        image.traits().announced().map(ImageTraits.Size::width).orElse(0L));
    }

    private static long height(SharedImage image) {
        return image.generation()
                .map(generation -> (long) generation.heightPixels())
                .orElseGet(() ->
                        image.traits().announced().map(ImageTraits.Size::height).orElse(0L));
    }

    private static long bufferCount(SharedImage image) {
        return image.generation().map(Generation::size).orElse(0);
    }
}
