package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lwjgl.vulkan.VK10;
import org.lwjgl.vulkan.VK11;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.PixelLayout;
import org.vitrine.fd.LeakCheck;

/** Derives from the names what the table says, by the rules of both specifications. */
@ExtendWith(LeakCheck.class)
class VulkanFormatTest {
    private static final Pattern COMPONENT = Pattern.compile("([RGBAX])(\\d+)");

    @ParameterizedTest
    @EnumSource
    void hasTheNumberThatVulkanGivesItsName(VulkanFormat format) throws IllegalAccessException {
        Class<?> version = Stream.of(VK10.class.getFields())
                        .anyMatch(field -> field.getName().equals("VK_FORMAT_" + format))
                ? VK10.class
                : VK11.class;
        try {
            assertThat(version.getField("VK_FORMAT_" + format).getInt(null)).isEqualTo(format.value());
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
        assertThat(VulkanFormat.ofValue(format.value())).contains(format);
    }

    @ParameterizedTest
    @EnumSource
    void hasAsManyBitsInEachPlaneAsItsFourCcs(VulkanFormat format) {
        List<Integer> bits = planesOf(format).map(VulkanFormatTest::bits).toList();
        for (FourCc fourCc : format.fourCcs()) {
            PixelLayout layout = fourCc.layout().orElseThrow();
            assertThat(layout.planes().stream().map(plane -> plane.bytesPerBlock() * 8))
                    .as(fourCc.name())
                    .isEqualTo(bits);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ordersItsComponentsAsItsFourCcs(VulkanFormat format) {
        if (!format.isMultiPlanar()) {
            String letters = letters(format.name().replaceAll("_.*", ""));
            String highestFirst = format.name().contains("PACK")
                    ? letters
                    : new StringBuilder(letters).reverse().toString();
            for (FourCc fourCc : format.fourCcs()) {
                assertThat(letters(fourCc.name()).replace('X', 'A')).isEqualTo(highestFirst);
            }
        }
    }

    @Test
    void findsEveryFourCcOnce() {
        List<FourCc> all = Stream.of(VulkanFormat.values())
                .flatMap(format -> format.fourCcs().stream())
                .toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(fourCc -> assertThat(
                                VulkanFormat.of(fourCc).orElseThrow().fourCcs())
                        .contains(fourCc));
    }

    @Test
    void leavesOutWhatVulkanOrdersOtherwise() {
        for (String name : List.of("NV21", "YVU420", "RGBX8888", "XRGB8888_BE", "C8")) {
            assertThat(VulkanFormat.of(FourCc.ofName(name))).as(name).isEmpty();
        }
        assertThat(VulkanFormat.ofValue(VK10.VK_FORMAT_D32_SFLOAT)).isEmpty();
    }

    private static Stream<String> planesOf(VulkanFormat format) {
        String components = format.name().replaceAll("_(UNORM|SFLOAT|2PLANE|3PLANE).*", "");
        return Stream.of(components.split("_"));
    }

    private static int bits(String components) {
        return COMPONENT
                .matcher(components)
                .results()
                .mapToInt(component -> Integer.parseInt(component.group(2)))
                .sum();
    }

    private static String letters(String name) {
        return Pattern.compile("[RGBAX]")
                .matcher(name.replaceAll("F$", ""))
                .results()
                .map(MatchResult::group)
                .reduce("", String::concat);
    }
}
