package org.vitrine.api.image;

/** Says why a peer's buffer was refused. Planes are counted from 0. */
public sealed interface LayoutFault {

    /** Returns what is wrong and what to do, in words that may be sent to the peer. */
    String text();

    /** The picture has no pixels or too many. */
    record SizeOutOfRange(long width, long height, int maxWidth, int maxHeight) implements LayoutFault {
        @Override
        public String text() {
            return "The buffer is %d x %d pixels; give 1 x 1 to %d x %d".formatted(width, height, maxWidth, maxHeight);
        }
    }

    /** There are fewer or more planes than the format has. */
    record PlaneCountWrong(int planes, int least, int most) implements LayoutFault {
        @Override
        public String text() {
            String wanted = least == most ? Integer.toString(least) : least + " to " + most;
            return "The buffer has %d planes; give %s with this format and modifier".formatted(planes, wanted);
        }
    }

    /** The sizes of the format's planes are not known, so the buffer can't be proven to fit its storage. */
    record FormatUnsupported(long fourCc) implements LayoutFault {
        @Override
        public String text() {
            return "Format code 0x%08x has no known linear layout; use a format of drm_fourcc.h, or a vendor modifier"
                    .formatted(fourCc);
        }
    }

    /** The offset is not an unsigned 32-bit number. */
    record OffsetOutOfRange(int plane, long offset) implements LayoutFault {
        @Override
        public String text() {
            return "Plane %d has offset %d; give 0 to %d bytes".formatted(plane, offset, Plane.MAX_BYTES);
        }
    }

    /** The stride is zero or not an unsigned 32-bit number. */
    record StrideOutOfRange(int plane, long stride) implements LayoutFault {
        @Override
        public String text() {
            return "Plane %d has stride %d; give 1 to %d bytes".formatted(plane, stride, Plane.MAX_BYTES);
        }
    }

    /** A row of pixels runs into the next. */
    record StrideTooSmall(int plane, long strideBytes, long leastBytes) implements LayoutFault {
        @Override
        public String text() {
            return "Plane %d has a stride of %d bytes; its rows need at least %d"
                    .formatted(plane, strideBytes, leastBytes);
        }
    }

    /** The plane ends behind its storage. */
    record StorageTooSmall(int plane, long endBytes, long sizeBytes) implements LayoutFault {
        @Override
        public String text() {
            return "Plane %d needs a storage of at least %d bytes; this one has %d"
                    .formatted(plane, endBytes, sizeBytes);
        }
    }

    /** Two planes use the same bytes of the same storage. */
    record PlanesOverlap(int plane, int otherPlane) implements LayoutFault {
        @Override
        public String text() {
            return "Planes %d and %d overlap; give them different parts of the storage".formatted(plane, otherPlane);
        }
    }
}
