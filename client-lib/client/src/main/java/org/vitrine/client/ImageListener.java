package org.vitrine.client;

/** Hears which images come, change and go. Called on the bus's reader thread: must not block, nor call the broker. */
public interface ImageListener {
    /** An image was advertised that the caller may see. */
    void added(ImageInfo image);

    /** An image got other buffers. */
    void changed(ImageInfo image);

    /** An image was withdrawn. */
    void removed(ImageId image);
}
