package org.vitrine.bench;

import java.nio.file.Files;
import java.util.Locale;
import org.vitrine.fd.Udmabuf;

/** What a picture's pages are handed over as. */
enum RoadStorage {
    /** A sealed memfd: on every machine. */
    MEMFD,
    /** A dma-buf of a memfd's pages. */
    UDMABUF;

    static RoadStorage ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isHere() {
        return this == MEMFD || (Files.isReadable(Udmabuf.DEVICE) && Files.isWritable(Udmabuf.DEVICE));
    }
}
