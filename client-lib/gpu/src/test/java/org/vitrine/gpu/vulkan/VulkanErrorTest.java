package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lwjgl.vulkan.VK10;
import org.lwjgl.vulkan.VK11;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class VulkanErrorTest {
    @Test
    void passesOnWhatIsNoError() {
        assertThat(VulkanError.check("vkWaitForFences", VK10.VK_SUCCESS)).isZero();
        assertThat(VulkanError.check("vkEnumeratePhysicalDevices", VK10.VK_INCOMPLETE))
                .isEqualTo(VK10.VK_INCOMPLETE);
    }

    @Test
    void namesTheCallTheErrorAndWhatToTry() {
        assertError("vkCreateInstance", VK10.VK_ERROR_INCOMPATIBLE_DRIVER, ErrorName.NOT_SUPPORTED)
                .hasMessageContaining("vkCreateInstance gave VK_ERROR_INCOMPATIBLE_DRIVER")
                .hasMessageContaining("mesa-vulkan-drivers");
        assertError("vkAllocateMemory", VK11.VK_ERROR_INVALID_EXTERNAL_HANDLE, ErrorName.INVALID_DESCRIPTOR)
                .hasMessageContaining("VK_ERROR_INVALID_EXTERNAL_HANDLE");
        assertError("vkAllocateMemory", VK10.VK_ERROR_OUT_OF_DEVICE_MEMORY, ErrorName.LIMITS_EXCEEDED)
                .hasMessageContaining("close images");
    }

    @Test
    void doesNotHideAnErrorThatIsNotKnownYet() {
        assertError("vkQueueSubmit", -1_234_567, ErrorName.FAILED).hasMessageContaining("-1234567");
    }

    private static AbstractThrowableAssert<?, ?> assertError(String call, int result, ErrorName name) {
        return assertThatThrownBy(() -> VulkanError.check(call, result))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(name));
    }
}
