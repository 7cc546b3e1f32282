package org.vitrine.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatTableTest {

    @Test
    void sizesAPackedFormat() {
        PlaneLayout plane = onlyPlane("XRGB8888");

        assertThat(plane.rowBytes(641)).isEqualTo(2564);
        assertThat(plane.blockRows(480)).isEqualTo(480);
    }

    @Test
    void sizesFormatsWithLessThanAByteAPixel() {
        assertThat(onlyPlane("C1").rowBytes(9)).isEqualTo(2);
        assertThat(onlyPlane("C4").rowBytes(9)).isEqualTo(5);
    }

    @Test
    void sizesAPacked422FormatInWholePairs() {
        assertThat(onlyPlane("YUYV").rowBytes(3)).isEqualTo(8);
    }

    @Test
    void sizesSubsampledPlanesRoundedUp() {
        PixelLayout nv12 = layout("NV12");

        assertThat(nv12.planeCount()).isEqualTo(2);
        assertThat(nv12.plane(0).packedBytes(5, 5)).isEqualTo(25);
        assertThat(nv12.plane(1).packedBytes(5, 5)).isEqualTo(3 * 2 * 3);
        assertThat(layout("YUV410").plane(2).packedBytes(5, 5)).isEqualTo(4);
    }

    @Test
    void sizesPacked10BitPlanes() {
        PixelLayout nv15 = layout("NV15");

        assertThat(nv15.plane(0).rowBytes(5)).isEqualTo(10);
        assertThat(nv15.plane(1).rowBytes(5)).isEqualTo(10);
        assertThat(layout("P030").plane(1).rowBytes(7)).isEqualTo(16);
    }

    @Test
    void countsAStrideForEachLineOfABlock() {
        PlaneLayout x0l0 = onlyPlane("X0L0");

        assertThat(x0l0.minimumStrideBytes(4)).isEqualTo(8);
        assertThat(x0l0.extentBytes(4, 4, 10)).isEqualTo(20 + 16);
    }

    @Test
    void doesNotOverflowWithTheLargestNumbers() {
        PlaneLayout widest = onlyPlane("ABGR32323232F");

        assertThat(widest.rowBytes(Integer.MAX_VALUE)).isEqualTo(16L * Integer.MAX_VALUE);
        assertThat(widest.extentBytes(1, Integer.MAX_VALUE, Plane.MAX_BYTES))
                .isEqualTo(Plane.MAX_BYTES * (Integer.MAX_VALUE - 1L) + 16);
    }

    @Test
    void givesABigEndianFormatTheSizesOfItsTwin() {
        assertThat(FourCc.ofName("RGB565_BE").layout())
                .isEqualTo(FourCc.ofName("RGB565").layout());
    }

    @Test
    void hasNoSizesForFormatsWithoutALinearLayout() {
        assertThat(FourCc.ofName("YUV420_10BIT").layout()).isEmpty();
        assertThat(FourCc.of("zzzz").layout()).isEmpty();
        assertThat(FourCc.INVALID.layout()).isEmpty();
    }

    private static PixelLayout layout(String name) {
        return FourCc.ofName(name).layout().orElseThrow();
    }

    private static PlaneLayout onlyPlane(String name) {
        assertThat(layout(name).planes()).hasSize(1);
        return layout(name).plane(0);
    }
}
