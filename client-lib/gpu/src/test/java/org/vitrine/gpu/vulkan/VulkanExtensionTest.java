package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class VulkanExtensionTest {
    /** Those of ours that Mesa 22.3's software driver has, as seen on Debian 12. */
    private static final Set<String> MESA_22 = Set.of("VK_KHR_external_memory_fd", "VK_KHR_image_format_list");

    @Test
    void namesWhatTheSoftwareDriverOfDebian12LacksAndWhatToTry() {
        Set<VulkanExtension> present = VulkanExtension.among(MESA_22);
        assertThatThrownBy(() -> VulkanExtension.requireAll("llvmpipe", present))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .hasMessageContainingAll(
                        "llvmpipe",
                        "VK_EXT_external_memory_dma_buf, VK_EXT_image_drm_format_modifier, VK_EXT_queue_family_foreign",
                        "25.0",
                        "/dev/udmabuf");
    }

    @Test
    void isContentWithTheRequiredOnes() {
        Set<VulkanExtension> required = EnumSet.allOf(VulkanExtension.class);
        required.removeIf(extension -> !extension.isRequired());
        assertThat(required)
                .doesNotContain(VulkanExtension.EXTERNAL_SEMAPHORE_FD)
                .hasSize(5);
        assertThatCode(() -> VulkanExtension.requireAll("any", required)).doesNotThrowAnyException();
    }

    @Test
    void findsOursAmongAllOfADevice() {
        Set<String> names = new HashSet<>(MESA_22);
        names.add("VK_KHR_swapchain");
        assertThat(VulkanExtension.among(names))
                .containsExactlyInAnyOrder(VulkanExtension.EXTERNAL_MEMORY_FD, VulkanExtension.IMAGE_FORMAT_LIST);
    }
}
