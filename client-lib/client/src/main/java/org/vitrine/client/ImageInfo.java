package org.vitrine.client;

import java.util.List;
import java.util.Optional;
import org.vitrine.api.image.DrmFormat;

/**
 * Describes an image that somebody advertises.
 *
 * @param id its id
 * @param title what its producer calls it
 * @param tags words that its producer gave it
 * @param producer the producer's application id; empty if it could not be established
 * @param widthPixels its width
 * @param heightPixels its height
 * @param format how its pixels are stored; empty while it has no buffers
 * @param planes planes of a buffer; 0 while it has none
 * @param generation which set of buffers it has, from 1; 0 while it has none
 * @param buffers how many buffers it has
 * @param sequence how many frames were published
 * @param writable whether consumers may be allowed to draw into it
 * @param consumers how many sessions look at it
 */
public record ImageInfo(
        ImageId id,
        String title,
        List<String> tags,
        String producer,
        long widthPixels,
        long heightPixels,
        Optional<DrmFormat> format,
        long planes,
        long generation,
        long buffers,
        long sequence,
        boolean writable,
        long consumers) {
    public ImageInfo {
        tags = List.copyOf(tags);
    }
}
