package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Plane;
import org.vitrine.client.PixelPlane;
import org.vitrine.client.Pixels;

class PictureCopyProperties {
    @Provide
    Arbitrary<FourCc> fourCcs() {
        return Arbitraries.of(VulkanFormat.values()).flatMap(format -> Arbitraries.of(format.fourCcs()));
    }

    /** Vulkan wants offsets that are multiples of 4 and of a pixel, and rows that follow each other. */
    @Property
    void placesPlanesInHostMemoryAsVulkanWantsThem(
            @ForAll("fourCcs") FourCc fourCc,
            @ForAll @IntRange(min = 1, max = 300) int halfWidth,
            @ForAll @IntRange(min = 1, max = 300) int halfHeight) {
        Buffer<String> buffer = new Buffer<>(
                2 * halfWidth, 2 * halfHeight, DrmFormat.linear(fourCc), List.of(new Plane<>("unused", 0, 1)));
        PictureCopy copy = PictureCopy.of(buffer);
        Pixels pixels = copy.in(MemorySegment.ofArray(new byte[Math.toIntExact(copy.sizeBytes())]));
        long end = 0;
        for (int i = 0; i < pixels.planes().size(); i++) {
            PixelPlane plane = pixels.planes().get(i);
            long offset = copy.layout().planes().get(i).offsetBytes();
            int bytesPerPixel = fourCc.layout().orElseThrow().plane(i).bytesPerBlock();
            assertThat(offset).isGreaterThanOrEqualTo(end);
            assertThat(offset % 4).isZero();
            assertThat(offset % bytesPerPixel == 0 || offset == 0).isTrue();
            assertThat(plane.strideBytes()).isEqualTo(plane.rowBytes());
            end = offset + plane.strideBytes() * plane.rows();
        }
        assertThat(end).isLessThanOrEqualTo(copy.sizeBytes());
    }
}
