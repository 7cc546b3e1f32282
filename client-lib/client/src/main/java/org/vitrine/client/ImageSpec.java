package org.vitrine.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.fd.Fd;

/**
 * Says what image to share. Its storage is made by a {@link BufferAllocator}, or else one sealed memfd a buffer.
 *
 * @param title shown to people, 1 to 256 characters
 * @param tags words that rules and filters match
 * @param widthPixels 1 to 32768
 * @param heightPixels 1 to 32768
 * @param format one that the allocator can make; the library's own makes the linear formats that Vitrine knows
 * @param buffers how many buffers, 1 to 16: with three, drawing never waits for a consumer that reads
 * @param writable whether consumers may be allowed to draw into it; the memory is not sealed against writing then
 */
public record ImageSpec(
        String title,
        List<String> tags,
        int widthPixels,
        int heightPixels,
        DrmFormat format,
        int buffers,
        boolean writable) {
    /** The format that most programs draw in: 4 bytes a pixel, blue, green, red, unused. */
    public static final DrmFormat XRGB8888 = DrmFormat.linear(FourCc.ofName("XRGB8888"));

    public ImageSpec {
        Objects.requireNonNull(title);
        Objects.requireNonNull(format);
        tags = List.copyOf(tags);
        if (buffers < 1 || buffers > 16) {
            throw new IllegalArgumentException("an image has 1 to 16 buffers");
        }
    }

    /** Describes an image in {@link #XRGB8888} with three buffers that only its producer draws into. */
    public static ImageSpec of(String title, int widthPixels, int heightPixels) {
        return new ImageSpec(title, List.of(), widthPixels, heightPixels, XRGB8888, 3, false);
    }

    /** Returns the same with another format. */
    public ImageSpec withFormat(DrmFormat other) {
        return new ImageSpec(title, tags, widthPixels, heightPixels, other, buffers, writable);
    }

    ImageSpec withSize(int width, int height) {
        return new ImageSpec(title, tags, width, height, format, buffers, writable);
    }

    /** Returns the same with other tags. */
    public ImageSpec withTags(List<String> others) {
        return new ImageSpec(title, others, widthPixels, heightPixels, format, buffers, writable);
    }

    /** Returns the same with another number of buffers. */
    public ImageSpec withBuffers(int number) {
        return new ImageSpec(title, tags, widthPixels, heightPixels, format, number, writable);
    }

    /** Returns the same for consumers that may be allowed to draw. */
    public ImageSpec writableByConsumers() {
        return new ImageSpec(title, tags, widthPixels, heightPixels, format, buffers, true);
    }

    BufferSpec bufferSpec() {
        return new BufferSpec(widthPixels, heightPixels, format, writable);
    }

    Map<String, Variant<Fd>> properties() {
        Map<String, Variant<Fd>> properties = new LinkedHashMap<>();
        properties.put("title", Variant.of("s", title));
        if (!tags.isEmpty()) {
            properties.put("tags", Variant.of("as", tags));
        }
        if (writable) {
            properties.put("writable", Variant.of("b", true));
        }
        return properties;
    }
}
