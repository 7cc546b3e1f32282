package org.vitrine.api.image;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.vitrine.api.Limits;
import org.vitrine.api.image.LayoutFault.FormatUnsupported;
import org.vitrine.api.image.LayoutFault.OffsetOutOfRange;
import org.vitrine.api.image.LayoutFault.PlaneCountWrong;
import org.vitrine.api.image.LayoutFault.SizeOutOfRange;
import org.vitrine.api.image.LayoutFault.StrideOutOfRange;

/**
 * Turns a peer's {@link RawBuffer} into a {@link Buffer} once it is proven to fit its storage.
 *
 * <p>What is proven depends on the modifier:
 *
 * <ul>
 *   <li>{@link Modifier#LINEAR}: everything. There are exactly the format's planes, rows don't run into each other,
 *       each plane ends within its storage, and no two planes touch the same bytes. Gaps between planes are fine, and
 *       so are planes in one storage or in several. A format that is not in {@link FormatTable}, or has no linear
 *       layout there, is refused: how many bytes would be read is unknown, and a consumer that maps the storage could
 *       be made to crash.
 *   <li>A vendor's: there are at least the format's planes and at most four (compression data comes in further ones),
 *       and every plane begins within its storage. Where the vendor's layout keeps every pixel, the format's planes
 *       also have room for their unpadded size. The rest is the vendor's secret and is checked by the GPU driver that
 *       imports the buffer; nobody reads such storage with the CPU. That is why an unknown format is let through here,
 *       under the same conservative rules: only a driver that knows it can use it.
 *   <li>{@link Modifier#INVALID}: as a vendor's, but there are exactly the format's planes, and the format must be
 *       known.
 * </ul>
 *
 * <p>Sums and products are computed without overflow. Nothing here blocks or touches a descriptor: what is known of the
 * storage is asked of the caller's function, once a plane. A refused buffer stays with the caller, who closes its
 * descriptors; an accepted one keeps them. Safe for use by any thread.
 */
public final class BufferLayout {

    private BufferLayout() {}

    /**
     * Validates a buffer whose planes are of the same storage exactly if their descriptors are equal.
     *
     * @param storageSizeBytes the size of the storage behind a descriptor, never negative
     * @throws LayoutException if it can't be proven that the buffer fits
     */
    public static <F> Buffer<F> validate(RawBuffer<F> raw, ToLongFunction<F> storageSizeBytes, Limits limits)
            throws LayoutException {
        return validateAgainst(raw, fd -> new StorageFacts(storageSizeBytes.applyAsLong(fd), fd), limits);
    }

    /**
     * Validates a buffer, with the means to see that two descriptors are of the same storage.
     *
     * @throws LayoutException if it can't be proven that the buffer fits
     */
    public static <F> Buffer<F> validateAgainst(
            RawBuffer<F> raw, Function<? super F, StorageFacts> storageFacts, Limits limits) throws LayoutException {
        checkSize(raw, limits);
        checkPlaneNumbers(raw, limits);
        DrmFormat format = formatOf(raw);
        checkPlaneCount(raw.planes().size(), format, limits);
        Buffer<F> buffer = new Buffer<>((int) raw.width(), (int) raw.height(), format, planesOf(raw));
        List<StorageFacts> storages =
                buffer.planes().stream().map(Plane::fd).map(storageFacts).toList();
        StorageCheck.of(format).check(buffer, storages);
        return buffer;
    }

    private static void checkSize(RawBuffer<?> raw, Limits limits) throws LayoutException {
        int maxWidth = Math.min(limits.widthPixels(), Buffer.MAX_PIXELS);
        int maxHeight = Math.min(limits.heightPixels(), Buffer.MAX_PIXELS);
        if (raw.width() < 1 || raw.width() > maxWidth || raw.height() < 1 || raw.height() > maxHeight) {
            throw new LayoutException(new SizeOutOfRange(raw.width(), raw.height(), maxWidth, maxHeight));
        }
    }

    private static void checkPlaneNumbers(RawBuffer<?> raw, Limits limits) throws LayoutException {
        requirePlaneCount(raw.planes().size(), 1, mostPlanes(limits));
        for (int i = 0; i < raw.planes().size(); i++) {
            RawPlane<?> plane = raw.planes().get(i);
            if (plane.offset() < 0 || plane.offset() > Plane.MAX_BYTES) {
                throw new LayoutException(new OffsetOutOfRange(i, plane.offset()));
            }
            if (plane.stride() < 1 || plane.stride() > Plane.MAX_BYTES) {
                throw new LayoutException(new StrideOutOfRange(i, plane.stride()));
            }
        }
    }

    private static DrmFormat formatOf(RawBuffer<?> raw) throws LayoutException {
        if (raw.fourCc() >>> 32 != 0) {
            throw new LayoutException(new FormatUnsupported(raw.fourCc()));
        }
        DrmFormat format = new DrmFormat(new FourCc((int) raw.fourCc()), new Modifier(raw.modifier()));
        boolean known = format.fourCc().layout().isPresent();
        boolean vendorKnows =
                !format.modifier().isLinear() && !format.modifier().equals(Modifier.INVALID);
        boolean isFormat = !format.fourCc().littleEndian().equals(FourCc.INVALID);
        if (!known && !(vendorKnows && isFormat)) {
            throw new LayoutException(new FormatUnsupported(raw.fourCc()));
        }
        return format;
    }

    private static void checkPlaneCount(int planes, DrmFormat format, Limits limits) throws LayoutException {
        Optional<PixelLayout> layout = format.fourCc().layout();
        int least = layout.map(PixelLayout::planeCount).orElse(1);
        boolean exact = format.modifier().isLinear() || format.modifier().equals(Modifier.INVALID);
        requirePlaneCount(planes, least, exact ? least : mostPlanes(limits));
    }

    private static void requirePlaneCount(int planes, int least, int most) throws LayoutException {
        if (planes < least || planes > most) {
            throw new LayoutException(new PlaneCountWrong(planes, least, most));
        }
    }

    private static int mostPlanes(Limits limits) {
        return Math.min(limits.planes(), Buffer.MAX_PLANES);
    }

    private static <F> List<Plane<F>> planesOf(RawBuffer<F> raw) {
        return raw.planes().stream()
                .map(plane -> new Plane<>(plane.fd(), plane.offset(), plane.stride()))
                .toList();
    }
}
