package org.vitrine.api.image;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Says whether a buffer fits its storage, from the written rules alone and with numbers that can't overflow.
 *
 * <p>It shares no code and no table with what it judges.
 *
 * @param <F> the kind of descriptor
 */
record LayoutOracle<F>(ToLongFunction<F> sizeBytes, ToLongFunction<F> storage) {

    static final BigInteger U32_MAX = ONE.shiftLeft(32).subtract(ONE);
    static final long INVALID_MODIFIER = 0x00ff_ffff_ffff_ffffL;

    /** One plane of a format: bytes of a block, its width and height, subsampling across and down. */
    record OraclePlane(int bytes, int blockWidth, int blockHeight, int across, int down) {
        BigInteger rowBytes(long width) {
            return ceilDiv(ceilDiv(big(width), across), blockWidth).multiply(big(bytes));
        }

        BigInteger rows(long height) {
            return ceilDiv(ceilDiv(big(height), down), blockHeight);
        }

        BigInteger leastStride(long width) {
            return ceilDiv(rowBytes(width), blockHeight);
        }

        BigInteger end(long width, long height, RawPlane<?> plane) {
            BigInteger step = big(plane.stride()).multiply(big(blockHeight));
            BigInteger lastRow =
                    big(plane.offset()).add(step.multiply(rows(height).subtract(ONE)));
            return lastRow.add(rowBytes(width));
        }
    }

    /** Formats by their four characters. */
    static final Map<String, List<OraclePlane>> FORMATS = Map.ofEntries(
            Map.entry("XR24", List.of(pixel(4))),
            Map.entry("RG24", List.of(pixel(3))),
            Map.entry("R8  ", List.of(pixel(1))),
            Map.entry("AB8F", List.of(pixel(16))),
            Map.entry("C1  ", List.of(new OraclePlane(1, 8, 1, 1, 1))),
            Map.entry("YUYV", List.of(new OraclePlane(4, 2, 1, 1, 1))),
            Map.entry("X0L2", List.of(new OraclePlane(8, 2, 2, 1, 1))),
            Map.entry("XRA8", List.of(pixel(4), pixel(1))),
            Map.entry("NV12", List.of(pixel(1), new OraclePlane(2, 1, 1, 2, 2))),
            Map.entry("NV15", List.of(new OraclePlane(5, 4, 1, 1, 1), new OraclePlane(5, 2, 1, 2, 2))),
            Map.entry("P030", List.of(new OraclePlane(4, 3, 1, 1, 1), new OraclePlane(8, 3, 1, 2, 2))),
            Map.entry("YU12", List.of(pixel(1), new OraclePlane(1, 1, 1, 2, 2), new OraclePlane(1, 1, 1, 2, 2))),
            Map.entry("YVU9", List.of(pixel(1), new OraclePlane(1, 1, 1, 4, 4), new OraclePlane(1, 1, 1, 4, 4))));

    boolean accepts(RawBuffer<F> raw, List<OraclePlane> format, boolean formatIsZero, boolean keepsEveryPixel) {
        boolean linear = raw.modifier() == 0;
        boolean exact = linear || raw.modifier() == INVALID_MODIFIER;
        int planes = raw.planes().size();
        return within(raw.width(), ONE, big(32768))
                && within(raw.height(), ONE, big(32768))
                && within(raw.fourCc(), ZERO, U32_MAX)
                && planes >= Math.max(1, format.size())
                && planes <= (exact ? format.size() : 4)
                && !formatIsZero
                && raw.planes().stream().allMatch(plane -> within(plane.offset(), ZERO, U32_MAX))
                && raw.planes().stream().allMatch(plane -> within(plane.stride(), ONE, U32_MAX))
                && (linear ? fitsInRows(raw, format) : fitsWithModifier(raw, format, keepsEveryPixel));
    }

    private boolean fitsInRows(RawBuffer<F> raw, List<OraclePlane> format) {
        for (int i = 0; i < format.size(); i++) {
            RawPlane<F> plane = raw.planes().get(i);
            BigInteger end = format.get(i).end(raw.width(), raw.height(), plane);
            if (big(plane.stride()).compareTo(format.get(i).leastStride(raw.width())) < 0 || !inStorage(plane, end)) {
                return false;
            }
            for (int j = 0; j < i; j++) {
                RawPlane<F> other = raw.planes().get(j);
                BigInteger otherEnd = format.get(j).end(raw.width(), raw.height(), other);
                BigInteger from = big(plane.offset()).max(big(other.offset()));
                boolean shareBytes = from.compareTo(end.min(otherEnd)) < 0;
                if (shareBytes && storage.applyAsLong(plane.fd()) == storage.applyAsLong(other.fd())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean fitsWithModifier(RawBuffer<F> raw, List<OraclePlane> format, boolean keepsEveryPixel) {
        for (int i = 0; i < raw.planes().size(); i++) {
            RawPlane<F> plane = raw.planes().get(i);
            BigInteger needed = keepsEveryPixel && i < format.size()
                    ? format.get(i).rowBytes(raw.width()).multiply(format.get(i).rows(raw.height()))
                    : ONE;
            if (!inStorage(plane, big(plane.offset()).add(needed))) {
                return false;
            }
        }
        return true;
    }

    private boolean inStorage(RawPlane<F> plane, BigInteger end) {
        return end.compareTo(big(sizeBytes.applyAsLong(plane.fd()))) <= 0;
    }

    private static OraclePlane pixel(int bytes) {
        return new OraclePlane(bytes, 1, 1, 1, 1);
    }

    private static boolean within(long value, BigInteger least, BigInteger most) {
        return big(value).compareTo(least) >= 0 && big(value).compareTo(most) <= 0;
    }

    private static BigInteger ceilDiv(BigInteger value, int divisor) {
        return value.add(big(divisor - 1)).divide(big(divisor));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
