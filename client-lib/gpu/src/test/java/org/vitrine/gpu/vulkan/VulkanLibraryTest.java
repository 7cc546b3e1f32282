package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class VulkanLibraryTest {
    @Test
    void namesThePackagesWhenTheLoaderIsMissingHoweverOftenItIsTried() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> VulkanLibrary.load("libvulkan-not-installed.so.1"))
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                    .hasMessageContainingAll("libvulkan-not-installed.so.1", "libvulkan1", "mesa-vulkan-drivers");
        }
    }
}
