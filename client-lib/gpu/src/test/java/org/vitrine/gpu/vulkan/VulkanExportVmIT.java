package org.vitrine.gpu.vulkan;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lwjgl.system.MemoryStack.stackPush;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VK10;
import org.lwjgl.vulkan.VkClearColorValue;
import org.lwjgl.vulkan.VkImageSubresourceRange;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.PixelAccess;
import org.vitrine.client.Pixels;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class VulkanExportVmIT {
    private static OpenedDevice opened;

    @BeforeAll
    static void open() {
        opened = OpenedDevice.best();
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    private static VulkanBuffer allocate(int width, int height, DrmFormat format) {
        return new VulkanAllocator(opened.device()).allocate(BufferSpec.of(width, height, format));
    }

    @Test
    void makesADmaBufThatTheProcessorSees() {
        try (VulkanBuffer buffer = allocate(61, 35, DrmFormat.linear(FourCc.XRGB8888))) {
            assertThat(buffer.storage()).isInstanceOf(DmaBufFd.class);
            buffer.image().clear(1, 0.5f, 0, 1);
            try (PixelAccess access = buffer.beginDrawing()) {
                byte[] row = access.pixels().plane().row(34).toArray(JAVA_BYTE);
                assertThat(row).hasSize(61 * 4).startsWith(0, 0x80, 0xff, 0xff).endsWith(0, 0x80, 0xff, 0xff);
            }
        }
    }

    @Test
    void readsWhatTheProcessorDrew() {
        try (VulkanBuffer buffer = allocate(61, 35, DrmFormat.linear(FourCc.ABGR8888))) {
            byte[] drawn;
            try (PixelAccess access = buffer.beginDrawing()) {
                TestPictures.fill(access.pixels(), 1);
                drawn = TestPictures.bytes(access.pixels());
            }
            assertThat(TestPictures.bytes(buffer.image().read())).isEqualTo(drawn);
        }
    }

    @Test
    void keepsEveryPixelOfEveryFormat() {
        for (DrmFormat format : opened.device().exportableFormats()) {
            try (VulkanBuffer buffer = allocate(62, 34, format)) {
                Pixels picture = buffer.image().read();
                TestPictures.fill(picture, format.hashCode());
                buffer.image().draw(picture);
                assertThat(TestPictures.bytes(buffer.image().read()))
                        .as(format.toString())
                        .isEqualTo(TestPictures.bytes(picture));
                try (VulkanImage imported = opened.device().importBuffer(buffer.buffer())) {
                    assertThat(TestPictures.bytes(imported.read()))
                            .as(format.toString())
                            .isEqualTo(TestPictures.bytes(picture));
                }
            }
        }
    }

    @Test
    void keepsEveryPixelOnTheWayToAnotherProcess() throws IOException, InterruptedException {
        try (VulkanBuffer buffer = allocate(203, 117, DrmFormat.linear(FourCc.ARGB8888))) {
            Pixels picture = buffer.image().read();
            TestPictures.fill(picture, 5);
            buffer.image().draw(picture);
            byte[] seen = ReadInChild.read(buffer.buffer());
            assertThat(seen).hasSize(203 * 117 * 4).isEqualTo(TestPictures.bytes(picture));
        }
    }

    @Test
    void runsCommandsOfTheProgramItself() {
        try (VulkanBuffer buffer = allocate(16, 16, DrmFormat.linear(FourCc.XRGB8888));
                MemoryStack stack = stackPush()) {
            VkClearColorValue white = VkClearColorValue.calloc(stack);
            white.float32().put(0, 1).put(1, 1).put(2, 1).put(3, 1);
            VkImageSubresourceRange whole = VkImageSubresourceRange.calloc(stack)
                    .aspectMask(VK10.VK_IMAGE_ASPECT_COLOR_BIT)
                    .levelCount(1)
                    .layerCount(1);
            VulkanImage image = buffer.image();
            image.run(commands ->
                    VK10.vkCmdClearColorImage(commands, image.handle(), VK10.VK_IMAGE_LAYOUT_GENERAL, white, whole));
            assertThat(TestPictures.bytes(image.read())).containsOnly(0xff);
        }
    }

    @Test
    void saysWhatItCanNotMake() {
        DrmFormat tiled = new DrmFormat(FourCc.XRGB8888, Modifier.parse("I915_X_TILED"));
        assertRefused(8, 8, tiled, "LINEAR");
        assertRefused(8, 8, new DrmFormat(FourCc.XRGB8888, Modifier.INVALID), "explicit");
        assertRefused(8, 8, DrmFormat.linear(FourCc.of("NV21")), "Vulkan has no such format");
        assertRefused(32768, 8, DrmFormat.linear(FourCc.XRGB8888), "make the image smaller");
    }

    private static void assertRefused(int width, int height, DrmFormat format, String advice) {
        assertThatThrownBy(() -> allocate(width, height, format))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .hasMessageContaining(advice);
    }
}
