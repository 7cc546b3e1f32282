package org.vitrine.bench;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import org.vitrine.client.PixelPlane;

/** What is drawn into a picture on its road, as {@code c/road} does it: its number, once in each page. */
final class RoadPicture {
    /** Of the processors that the bench runs on. */
    private static final long PAGE_BYTES = 4096;

    private RoadPicture() {}

    static void draw(PixelPlane plane, int number) {
        MemorySegment memory = plane.memory();
        for (long at = 0; at < memory.byteSize(); at += PAGE_BYTES) {
            memory.set(JAVA_INT, at, number);
        }
    }

    /** Read each page, and fail if one doesn't hold the number. */
    static void check(PixelPlane plane, int number) {
        MemorySegment memory = plane.memory();
        for (long at = 0; at < memory.byteSize(); at += PAGE_BYTES) {
            if (memory.get(JAVA_INT, at) != number) {
                throw new IllegalStateException("Another picture than the one that was sent");
            }
        }
    }
}
