package org.vitrine.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.api.Limits;
import org.vitrine.api.image.LayoutFault.FormatUnsupported;
import org.vitrine.api.image.LayoutFault.OffsetOutOfRange;
import org.vitrine.api.image.LayoutFault.PlaneCountWrong;
import org.vitrine.api.image.LayoutFault.PlanesOverlap;
import org.vitrine.api.image.LayoutFault.SizeOutOfRange;
import org.vitrine.api.image.LayoutFault.StorageTooSmall;
import org.vitrine.api.image.LayoutFault.StrideOutOfRange;
import org.vitrine.api.image.LayoutFault.StrideTooSmall;

class BufferLayoutTest {

    private static final long LINEAR = Modifier.LINEAR.bits();
    private static final long NV12 = FourCc.of("NV12").unsignedCode();
    private static final long XRGB8888 = FourCc.XRGB8888.unsignedCode();
    private static final long UNKNOWN = FourCc.of("zzzz").unsignedCode();
    private static final long Y_TILED_CCS = Modifier.parse("I915_Y_TILED_CCS").bits();
    private static final long AFBC =
            Modifier.parse("ARM_AFBC(BLOCK_SIZE=16x16)").bits();

    @Test
    void takesAnImageThatFillsItsStorageExactly() throws LayoutException {
        Buffer<String> buffer = validate(raw(64, 48, XRGB8888, LINEAR, plane("a", 0, 256)), 256 * 48);

        assertThat(buffer.widthPixels()).isEqualTo(64);
        assertThat(buffer.format()).hasToString("XRGB8888:LINEAR");
        assertThat(buffer.planes()).containsExactly(new Plane<>("a", 0, 256));
    }

    @Test
    void asksForNoPaddingAfterTheLastRow() throws LayoutException {
        RawBuffer<String> padded = raw(64, 48, XRGB8888, LINEAR, plane("a", 0, 300));

        assertThat(validate(padded, 300 * 47 + 256).planes()).hasSize(1);
        assertThat(fault(padded, 300 * 47 + 255)).isEqualTo(new StorageTooSmall(0, 14356, 14355));
    }

    @Test
    void countsTheOffset() {
        assertThat(fault(raw(64, 48, XRGB8888, LINEAR, plane("a", 1, 256)), 256 * 48))
                .isEqualTo(new StorageTooSmall(0, 12289, 12288));
    }

    @Test
    void refusesRowsThatRunIntoEachOther() {
        assertThat(fault(raw(64, 48, XRGB8888, LINEAR, plane("a", 0, 255)), 1 << 20))
                .isEqualTo(new StrideTooSmall(0, 255, 256));
    }

    @Test
    void takesTwoPlanesInOneStorageWithAGapBetween() throws LayoutException {
        assertThat(validate(raw(3, 3, NV12, LINEAR, plane("a", 0, 4), plane("a", 100, 4)), 108)
                        .planes())
                .hasSize(2);
    }

    @Test
    void takesPlanesInSeveralStorages() throws LayoutException {
        assertThat(validate(raw(4, 4, NV12, LINEAR, plane("a", 0, 4), plane("b", 0, 4)), 16)
                        .planes())
                .hasSize(2);
    }

    @Test
    void refusesPlanesThatOverlapInOneStorage() {
        assertThat(fault(raw(4, 4, NV12, LINEAR, plane("a", 0, 4), plane("a", 15, 4)), 100))
                .isEqualTo(new PlanesOverlap(1, 0));
    }

    @Test
    void seesThatTwoDescriptorsAreOfOneStorage() {
        RawBuffer<String> raw = raw(4, 4, NV12, LINEAR, plane("a", 0, 4), plane("b", 0, 4));

        LayoutException refused = catchThrowableOfType(
                LayoutException.class,
                () -> BufferLayout.validateAgainst(raw, fd -> new StorageFacts(100, "inode 7"), Limits.DEFAULTS));

        assertThat(refused.fault()).isEqualTo(new PlanesOverlap(1, 0));
    }

    @Test
    void refusesMoreOrFewerPlanesThanTheFormatHas() {
        assertThat(fault(raw(4, 4, NV12, LINEAR, plane("a", 0, 4)), 100)).isEqualTo(new PlaneCountWrong(1, 2, 2));
        assertThat(fault(raw(4, 4, XRGB8888, LINEAR, plane("a", 0, 16), plane("b", 0, 16)), 100))
                .isEqualTo(new PlaneCountWrong(2, 1, 1));
    }

    @Test
    void refusesNoPlanesAndFive() {
        assertThat(fault(raw(4, 4, XRGB8888, LINEAR), 100)).isEqualTo(new PlaneCountWrong(0, 1, 4));
        RawPlane<String> plane = plane("a", 0, 16);
        assertThat(fault(raw(4, 4, XRGB8888, AFBC, plane, plane, plane, plane, plane), 100))
                .isEqualTo(new PlaneCountWrong(5, 1, 4));
    }

    @Test
    void takesAPlaneOfCompressionDataWithAVendorsModifier() throws LayoutException {
        assertThat(validate(raw(4, 4, XRGB8888, Y_TILED_CCS, plane("a", 0, 512), plane("a", 64, 128)), 65)
                        .planes())
                .hasSize(2);
    }

    @Test
    void asksForRoomForEveryPixelWhereTheVendorKeepsThem() {
        assertThat(fault(raw(4, 4, XRGB8888, Y_TILED_CCS, plane("a", 2, 512)), 65))
                .isEqualTo(new StorageTooSmall(0, 66, 65));
    }

    @Test
    void asksForOneByteWhereTheVendorCompresses() throws LayoutException {
        assertThat(validate(raw(4, 4, XRGB8888, AFBC, plane("a", 9, 1)), 10).planes())
                .hasSize(1);
        assertThat(fault(raw(4, 4, XRGB8888, AFBC, plane("a", 10, 1)), 10)).isEqualTo(new StorageTooSmall(0, 11, 10));
    }

    @Test
    void refusesAnUnknownFormatUnlessAVendorMayKnowIt() throws LayoutException {
        assertThat(fault(raw(4, 4, UNKNOWN, LINEAR, plane("a", 0, 99)), 999)).isEqualTo(new FormatUnsupported(UNKNOWN));
        assertThat(fault(raw(4, 4, UNKNOWN, Modifier.INVALID.bits(), plane("a", 0, 99)), 999))
                .isEqualTo(new FormatUnsupported(UNKNOWN));
        assertThat(fault(raw(4, 4, 0, AFBC, plane("a", 0, 99)), 999)).isEqualTo(new FormatUnsupported(0));
        assertThat(validate(raw(4, 4, UNKNOWN, AFBC, plane("a", 0, 99)), 999).planes())
                .hasSize(1);
    }

    @Test
    void refusesAFormatWithoutALinearLayoutInRows() {
        long format = FourCc.ofName("YUV420_8BIT").unsignedCode();

        assertThat(fault(raw(4, 4, format, LINEAR, plane("a", 0, 99)), 999)).isEqualTo(new FormatUnsupported(format));
    }

    @Test
    void refusesNumbersThatAreNotUnsigned32Bit() {
        assertThat(fault(raw(4, 4, 1L << 32, AFBC, plane("a", 0, 16)), 64)).isEqualTo(new FormatUnsupported(1L << 32));
        assertThat(fault(raw(4, 4, XRGB8888, LINEAR, plane("a", -1, 16)), 64)).isEqualTo(new OffsetOutOfRange(0, -1));
        assertThat(fault(raw(4, 4, XRGB8888, LINEAR, plane("a", 0, 0)), 64)).isEqualTo(new StrideOutOfRange(0, 0));
        assertThat(fault(raw(4, 4, XRGB8888, LINEAR, plane("a", 0, 1L << 32)), 64))
                .isEqualTo(new StrideOutOfRange(0, 1L << 32));
    }

    @Test
    void refusesPicturesWithoutPixelsAndTooManyPixels() {
        assertThat(fault(raw(0, 4, XRGB8888, LINEAR, plane("a", 0, 16)), 64))
                .isEqualTo(new SizeOutOfRange(0, 4, 32768, 32768));
        assertThat(fault(raw(4, 32769, XRGB8888, LINEAR, plane("a", 0, 16)), 64))
                .isEqualTo(new SizeOutOfRange(4, 32769, 32768, 32768));
    }

    @Test
    void countsTwoRowsForABlockThatIsTwoHigh() throws LayoutException {
        long x0l0 = FourCc.ofName("X0L0").unsignedCode();

        assertThat(validate(raw(4, 4, x0l0, LINEAR, plane("a", 0, 8)), 32).planes())
                .hasSize(1);
        assertThat(fault(raw(4, 4, x0l0, LINEAR, plane("a", 0, 7)), 32)).isEqualTo(new StrideTooSmall(0, 7, 8));
        assertThat(fault(raw(4, 4, x0l0, LINEAR, plane("a", 0, 8)), 31)).isEqualTo(new StorageTooSmall(0, 32, 31));
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        LayoutException refused = catchThrowableOfType(
                LayoutException.class, () -> validate(raw(64, 48, XRGB8888, LINEAR, plane("a", 0, 255)), 99));

        assertThat(refused).hasMessage("Plane 0 has a stride of 255 bytes; its rows need at least 256");
    }

    private static RawPlane<String> plane(String fd, long offset, long stride) {
        return new RawPlane<>(fd, offset, stride);
    }

    @SafeVarargs
    private static RawBuffer<String> raw(
            long width, long height, long fourCc, long modifier, RawPlane<String>... planes) {
        List<RawPlane<String>> list = new ArrayList<>();
        for (RawPlane<String> plane : planes) {
            list.add(plane);
        }
        return new RawBuffer<>(width, height, fourCc, modifier, list);
    }

    private static Buffer<String> validate(RawBuffer<String> raw, long sizeBytes) throws LayoutException {
        return BufferLayout.validate(raw, fd -> sizeBytes, Limits.DEFAULTS);
    }

    private static LayoutFault fault(RawBuffer<String> raw, long sizeBytes) {
        return catchThrowableOfType(LayoutException.class, () -> validate(raw, sizeBytes))
                .fault();
    }
}
