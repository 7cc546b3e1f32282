package org.vitrine.api.image;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.vitrine.api.image.LayoutOracle.OraclePlane;

/** Makes buffers at the edges of what is right: mostly right, with one or two numbers off by one or far off. */
final class LayoutCases {

    /** A descriptor: several may be of one storage. */
    record Fd(int number, int storage, long sizeBytes) {}

    /** A buffer with what the oracle has to be told about its format. */
    record Case(RawBuffer<Fd> raw, List<OraclePlane> format, boolean formatIsZero, boolean keepsEveryPixel) {}

    private static final long[] EDGES = {
        0, 1, 2, (1L << 31) - 1, 1L << 31, (1L << 31) + 1, (1L << 32) - 1, 1L << 32, 32767, 32768, 32769, -1
    };
    private static final List<String> NAMES = List.copyOf(LayoutOracle.FORMATS.keySet());
    private static final long[] KEEPING = {0x0100_0000_0000_0004L, 0x0300_0000_0000_0014L, 0x0c00_0000_0000_0002L};
    private static final long[] OTHER = {0x0800_0000_0000_0041L, 0x0100_0000_0000_7777L, 0x4200_0000_0000_0000L, 5};

    private final SplittableRandom random;

    LayoutCases(long seed) {
        random = new SplittableRandom(seed);
    }

    Case next() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        List<OraclePlane> format = Objects.requireNonNull(LayoutOracle.FORMATS.get(name));
        long fourCc = codeOf(name) | (oneIn(10) ? 0x8000_0000L : 0);
        boolean zero = oneIn(60);
        if (zero || oneIn(30)) {
            fourCc = zero ? 0 : codeOf("zzzz");
            format = List.of();
        }
        boolean keeping = oneIn(5);
        long modifier = modifier(keeping);
        long width = size();
        long height = size();
        List<RawPlane<Fd>> planes = planes(format, width, height, modifier != 0);
        return new Case(new RawBuffer<>(width, height, fourCc, modifier, planes), format, zero, keeping);
    }

    private List<RawPlane<Fd>> planes(List<OraclePlane> format, long width, long height, boolean further) {
        int count = Math.max(0, format.size() + (further || oneIn(20) ? random.nextInt(-1, 3) : 0));
        boolean oneStorage = random.nextBoolean();
        List<RawPlane<Fd>> planes = new ArrayList<>();
        long end = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            OraclePlane plane = i < format.size() ? format.get(i) : new OraclePlane(1, 1, 1, 1, 1);
            long stride = plane.leastStride(width).max(BigInteger.ONE).longValue() + nudge() + random.nextInt(8);
            RawPlane<Fd> place = new RawPlane<>(new Fd(i, oneStorage ? 0 : i, 0), edgeOr(end + gap()), edgeOr(stride));
            planes.add(place);
            end = Math.max(end, plane.end(width, height, place).longValue());
        }
        return withSizes(planes, end);
    }

    /** Gives each storage the size at which its last plane just fits, or one near it. */
    private List<RawPlane<Fd>> withSizes(List<RawPlane<Fd>> planes, long end) {
        long size = oneIn(20) ? Math.max(0, EDGES[random.nextInt(EDGES.length)]) : Math.max(0, end + nudge());
        long larger = oneIn(2) ? size : size + 1 + random.nextLong(1L << 34);
        return planes.stream()
                .map(plane -> plane.map(fd -> new Fd(fd.number(), fd.storage(), larger)))
                .toList();
    }

    private long modifier(boolean keeping) {
        if (keeping) {
            return KEEPING[random.nextInt(KEEPING.length)];
        }
        return switch (random.nextInt(6)) {
            case 0 -> OTHER[random.nextInt(OTHER.length)];
            case 1 -> LayoutOracle.INVALID_MODIFIER;
            default -> 0;
        };
    }

    private long size() {
        return switch (random.nextInt(12)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> random.nextLong(32760, 32769);
            default -> random.nextLong(1, 80);
        };
    }

    private long gap() {
        return oneIn(6) ? random.nextLong(-3, 4) : random.nextLong(0, 2) * random.nextLong(100);
    }

    private long nudge() {
        return oneIn(8) ? random.nextLong(-1, 2) : 0;
    }

    private long edgeOr(long value) {
        return oneIn(40) ? EDGES[random.nextInt(EDGES.length)] : value;
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private static long codeOf(String characters) {
        long code = 0;
        for (int i = 3; i >= 0; i--) {
            code = code * 256 + characters.charAt(i);
        }
        return code;
    }
}
