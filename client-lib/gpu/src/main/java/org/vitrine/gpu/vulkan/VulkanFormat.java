package org.vitrine.gpu.vulkan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lwjgl.vulkan.VK10;
import org.lwjgl.vulkan.VK11;
import org.vitrine.api.image.FourCc;

/**
 * Pairs the formats of Vulkan with those of DRM that have the same bits in memory.
 *
 * <p>Sources: "Representation and Texel Block Size" and "Formats of multi-planar images" in the Vulkan specification,
 * the comments of the kernel's {@code drm_fourcc.h}. Vulkan names the components of formats without {@code PACK} in the
 * order of their bytes, those with {@code PACK} from the highest bit down; DRM always from the highest bit down of a
 * little-endian word. Vulkan has no formats with an unused component: DRM's {@code X} and {@code A} formats are one,
 * and what lies in an {@code X} is kept as it is. What DRM orders as Vulkan can't (such as {@code NV21}: Cr before Cb)
 * is left out.
 */
public enum VulkanFormat {
    /** One component of 8 bits. */
    R8_UNORM(VK10.VK_FORMAT_R8_UNORM, "R8"),
    /** Two components of 8 bits, red first. */
    R8G8_UNORM(VK10.VK_FORMAT_R8G8_UNORM, "GR88"),
    /** One component of 16 bits. */
    R16_UNORM(VK10.VK_FORMAT_R16_UNORM, "R16"),
    /** Two components of 16 bits, red first. */
    R16G16_UNORM(VK10.VK_FORMAT_R16G16_UNORM, "GR1616"),
    /** Red in the highest bits of 16. */
    R5G6B5_UNORM_PACK16(VK10.VK_FORMAT_R5G6B5_UNORM_PACK16, "RGB565"),
    /** Blue in the highest bits of 16. */
    B5G6R5_UNORM_PACK16(VK10.VK_FORMAT_B5G6R5_UNORM_PACK16, "BGR565"),
    /** Alpha in the highest bit of 16. */
    A1R5G5B5_UNORM_PACK16(VK10.VK_FORMAT_A1R5G5B5_UNORM_PACK16, "XRGB1555", "ARGB1555"),
    /** Three bytes, red first. */
    R8G8B8_UNORM(VK10.VK_FORMAT_R8G8B8_UNORM, "BGR888"),
    /** Three bytes, blue first. */
    B8G8R8_UNORM(VK10.VK_FORMAT_B8G8R8_UNORM, "RGB888"),
    /** Four bytes, red first. */
    R8G8B8A8_UNORM(VK10.VK_FORMAT_R8G8B8A8_UNORM, "XBGR8888", "ABGR8888"),
    /** Four bytes, blue first. */
    B8G8R8A8_UNORM(VK10.VK_FORMAT_B8G8R8A8_UNORM, "XRGB8888", "ARGB8888"),
    /** Ten bits each, blue in the lowest. */
    A2R10G10B10_UNORM_PACK32(VK10.VK_FORMAT_A2R10G10B10_UNORM_PACK32, "XRGB2101010", "ARGB2101010"),
    /** Ten bits each, red in the lowest. */
    A2B10G10R10_UNORM_PACK32(VK10.VK_FORMAT_A2B10G10R10_UNORM_PACK32, "XBGR2101010", "ABGR2101010"),
    /** Four components of 16 bits, red first. */
    R16G16B16A16_UNORM(VK10.VK_FORMAT_R16G16B16A16_UNORM, "XBGR16161616", "ABGR16161616"),
    /** Four components of 16-bit floating point, red first. */
    R16G16B16A16_SFLOAT(VK10.VK_FORMAT_R16G16B16A16_SFLOAT, "XBGR16161616F", "ABGR16161616F"),
    /** A plane of luma, one of Cb and Cr at half the size. */
    G8_B8R8_2PLANE_420_UNORM(VK11.VK_FORMAT_G8_B8R8_2PLANE_420_UNORM, "NV12"),
    /** A plane of luma, one of Cb and Cr at half the width. */
    G8_B8R8_2PLANE_422_UNORM(VK11.VK_FORMAT_G8_B8R8_2PLANE_422_UNORM, "NV16"),
    /** As NV12, with ten bits in the upper part of sixteen. */
    G10X6_B10X6R10X6_2PLANE_420_UNORM_3PACK16(VK11.VK_FORMAT_G10X6_B10X6R10X6_2PLANE_420_UNORM_3PACK16, "P010"),
    /** As NV12, with twelve bits in the upper part of sixteen. */
    G12X4_B12X4R12X4_2PLANE_420_UNORM_3PACK16(VK11.VK_FORMAT_G12X4_B12X4R12X4_2PLANE_420_UNORM_3PACK16, "P012"),
    /** As NV12, with sixteen bits. */
    G16_B16R16_2PLANE_420_UNORM(VK11.VK_FORMAT_G16_B16R16_2PLANE_420_UNORM, "P016"),
    /** A plane each of luma, Cb and Cr, the latter at half the size. */
    G8_B8_R8_3PLANE_420_UNORM(VK11.VK_FORMAT_G8_B8_R8_3PLANE_420_UNORM, "YUV420"),
    /** A plane each of luma, Cb and Cr, the latter at half the width. */
    G8_B8_R8_3PLANE_422_UNORM(VK11.VK_FORMAT_G8_B8_R8_3PLANE_422_UNORM, "YUV422"),
    /** A plane each of luma, Cb and Cr. */
    G8_B8_R8_3PLANE_444_UNORM(VK11.VK_FORMAT_G8_B8_R8_3PLANE_444_UNORM, "YUV444");

    private static final Map<FourCc, VulkanFormat> BY_FOUR_CC = new HashMap<>();

    static {
        for (VulkanFormat format : values()) {
            format.fourCcs.forEach(fourCc -> BY_FOUR_CC.put(fourCc, format));
        }
    }

    private final int value;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<FourCc> fourCcs;

    VulkanFormat(int value, String... names) {
        this.value = value;
        this.fourCcs = Stream.of(names).map(FourCc::ofName).toList();
    }

    /** Finds the format with the same bits, or nothing if Vulkan has none. */
    public static Optional<VulkanFormat> of(FourCc fourCc) {
        return Optional.ofNullable(BY_FOUR_CC.get(fourCc));
    }

    /** Finds the format by its {@code VkFormat} number, or nothing if DRM has none with the same bits. */
    public static Optional<VulkanFormat> ofValue(int vkFormat) {
        return Arrays.stream(values())
                .filter(format -> format.value == vkFormat)
                .findFirst();
    }

    /** Returns the {@code VkFormat} number. */
    public int value() {
        return value;
    }

    /** Tells whether luma and colour lie in planes of their own. */
    boolean isMultiPlanar() {
        return fourCcs.getFirst().layout().orElseThrow().planeCount() > 1;
    }

    /** Returns the DRM formats with the same bits: one, or the one with an unused component and that with alpha. */
    public List<FourCc> fourCcs() {
        return fourCcs;
    }
}
