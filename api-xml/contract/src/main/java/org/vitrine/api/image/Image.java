package org.vitrine.api.image;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Describes an image that a producer advertises, with one set of its buffers.
 *
 * @param <F> the kind of descriptor
 * @param title for people: 1 … 256 characters (UTF-16 code units), none of them a control character
 * @param tags for rules: at most 16, each 1 … 64 of {@code A-Z a-z 0-9 . _ -}, none twice
 * @param buffers one to sixteen, all of the same width, height and format
 */
public record Image<F>(String title, List<String> tags, List<Buffer<F>> buffers) {

    public static final int MAX_TITLE_CHARACTERS = 256;
    public static final int MAX_TAGS = 16;
    public static final int MAX_BUFFERS = 16;

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public Image {
        tags = List.copyOf(tags);
        buffers = List.copyOf(buffers);
        checkTitle(title);
        checkTags(tags);
        checkBuffers(buffers);
    }

    /** Returns the width of every buffer. */
    public int widthPixels() {
        return buffers.getFirst().widthPixels();
    }

    /** Returns the height of every buffer. */
    public int heightPixels() {
        return buffers.getFirst().heightPixels();
    }

    /** Returns the format of every buffer. */
    public DrmFormat format() {
        return buffers.getFirst().format();
    }

    /** Returns the same image with another kind of descriptor. */
    public <G> Image<G> map(Function<? super F, ? extends G> toOther) {
        return new Image<>(
                title,
                tags,
                buffers.stream().<Buffer<G>>map(buffer -> buffer.map(toOther)).toList());
    }

    private static void checkTitle(String title) {
        boolean longEnough = !title.isEmpty() && title.length() <= MAX_TITLE_CHARACTERS;
        if (!longEnough
                || title.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(title)) {
            throw new IllegalArgumentException("A title has 1 to 256 characters, none of them a control character");
        }
    }

    private static void checkTags(List<String> tags) {
        if (tags.size() > MAX_TAGS
                || new HashSet<>(tags).size() != tags.size()
                || !tags.stream().allMatch(TAG.asMatchPredicate())) {
            throw new IllegalArgumentException(
                    "An image has at most 16 different tags of 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    private static <F> void checkBuffers(List<Buffer<F>> buffers) {
        if (buffers.isEmpty() || buffers.size() > MAX_BUFFERS) {
            throw new IllegalArgumentException("An image has one to sixteen buffers");
        }
        Buffer<F> first = buffers.getFirst();
        boolean same = buffers.stream()
                .allMatch(buffer -> buffer.widthPixels() == first.widthPixels()
                        && buffer.heightPixels() == first.heightPixels()
                        && buffer.format().equals(first.format()));
        if (!same) {
            throw new IllegalArgumentException("The buffers of an image have the same size and format");
        }
    }
}
