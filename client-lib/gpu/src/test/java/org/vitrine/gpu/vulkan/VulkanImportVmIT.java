package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.api.image.Plane;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.LinearDmaBuf;
import org.vitrine.client.LinearLayout;
import org.vitrine.client.PixelAccess;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class VulkanImportVmIT {
    private static final DrmFormat LINEAR = DrmFormat.linear(FourCc.XRGB8888);
    private static final int STRIDE_BYTES = 320;
    private static final int SIZE_BYTES = 4 * 4096;

    private static OpenedDevice opened;

    @BeforeAll
    static void open() {
        opened = OpenedDevice.best();
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    @Test
    void readsWhatTheProcessorDrewIntoOrdinaryPages() {
        for (FourCc fourCc : List.of(FourCc.XRGB8888, FourCc.ofName("R8"), FourCc.ofName("RGB565"))) {
            LinearLayout layout = LinearLayout.of(BufferSpec.of(62, 34, DrmFormat.linear(fourCc)), 256);
            try (LinearDmaBuf buffer = LinearDmaBuf.take(TestUdmabuf.create(layout.sizeBytes()), layout)) {
                byte[] drawn;
                try (PixelAccess access = buffer.beginDrawing()) {
                    TestPictures.fill(access.pixels(), 7);
                    drawn = TestPictures.bytes(access.pixels());
                }
                try (VulkanImage image = opened.device().importBuffer(buffer.buffer())) {
                    assertThat(TestPictures.bytes(image.read()))
                            .as(fourCc.name())
                            .isEqualTo(drawn);
                }
            }
        }
    }

    @Test
    void drawsIntoOthersPages() {
        LinearLayout layout = LinearLayout.of(BufferSpec.of(62, 34, LINEAR), 256);
        try (LinearDmaBuf buffer = LinearDmaBuf.take(TestUdmabuf.create(layout.sizeBytes()), layout);
                VulkanImage image = opened.device().importBuffer(buffer.buffer())) {
            image.clear(0, 1, 0, 0);
            try (PixelAccess access = buffer.beginDrawing()) {
                assertThat(TestPictures.bytes(access.pixels()))
                        .startsWith(0, 0xff, 0, 0)
                        .endsWith(0, 0xff, 0, 0);
            }
        }
    }

    @Test
    void keepsTheImageWhenTheCallerClosesItsDescriptor() {
        OwnedFd memory = TestUdmabuf.create(SIZE_BYTES);
        try (VulkanImage image = opened.device().importBuffer(buffer(memory.borrow(), LINEAR, 0, STRIDE_BYTES))) {
            memory.close();
            assertThat(TestPictures.bytes(image.read())).hasSize(62 * 34 * 4).containsOnly(0);
        }
    }

    @Test
    void refusesLayoutsBeforeTheDriverSeesThem() {
        try (OwnedFd memory = TestUdmabuf.create(SIZE_BYTES)) {
            BorrowedFd fd = memory.borrow();
            assertRefused(buffer(fd, LINEAR, SIZE_BYTES, STRIDE_BYTES), ErrorName.INVALID_LAYOUT, "at least");
            assertRefused(buffer(fd, LINEAR, 0, 4096), ErrorName.INVALID_LAYOUT, "at least");
            assertRefused(buffer(fd, LINEAR, 0, 62 * 4 - 1), ErrorName.INVALID_LAYOUT, "rows need");
            assertRefused(buffer(fd, LINEAR, Plane.MAX_BYTES, STRIDE_BYTES), ErrorName.INVALID_LAYOUT, "at least");
            assertRefused(buffer(fd, LINEAR, 0, Plane.MAX_BYTES), ErrorName.INVALID_LAYOUT, "at least");
        }
    }

    @Test
    void refusesWhatTheDeviceDoesNotKnow() {
        try (OwnedFd memory = TestUdmabuf.create(SIZE_BYTES)) {
            BorrowedFd fd = memory.borrow();
            DrmFormat tiled = new DrmFormat(FourCc.XRGB8888, Modifier.parse("I915_X_TILED"));
            assertRefused(buffer(fd, tiled, 0, STRIDE_BYTES), ErrorName.NOT_SUPPORTED, "LINEAR");
            DrmFormat implicit = new DrmFormat(FourCc.XRGB8888, Modifier.INVALID);
            assertRefused(buffer(fd, implicit, 0, STRIDE_BYTES), ErrorName.NOT_SUPPORTED, "explicit");
            DrmFormat unknown = DrmFormat.linear(FourCc.of("????"));
            assertRefused(buffer(fd, unknown, 0, STRIDE_BYTES), ErrorName.NOT_SUPPORTED, "XRGB8888");
        }
    }

    /** A driver maps or counts what it imports: the kernel would still know the dma-buf if it kept anything. */
    @Test
    void leavesNothingOfRefusedAndClosedImports() throws IOException {
        long before = dmaBufs();
        for (int i = 0; i < 20; i++) {
            try (OwnedFd memory = TestUdmabuf.create(SIZE_BYTES)) {
                BorrowedFd fd = memory.borrow();
                assertRefused(buffer(fd, LINEAR, SIZE_BYTES, STRIDE_BYTES), ErrorName.INVALID_LAYOUT, "at least");
                opened.device()
                        .importBuffer(buffer(fd, LINEAR, 0, STRIDE_BYTES))
                        .close();
            }
        }
        assertThat(dmaBufs()).isEqualTo(before);
    }

    /** Leaves out the check that there is room, so that the driver itself refuses. */
    @Test
    void leavesNothingWhenTheDriverRefusesTheMemory() throws IOException {
        long before = dmaBufs();
        VulkanModifier modifier = opened.device().modifier(LINEAR).orElseThrow();
        try (OwnedFd small = TestUdmabuf.create(4096)) {
            NativeImage image = NativeImage.placedAs(
                    opened.device().handle(), modifier, buffer(small.borrow(), LINEAR, 0, STRIDE_BYTES));
            assertThatThrownBy(() -> NativeMemory.imported(image, small)).isInstanceOf(VitrineException.class);
            image.destroy();
        }
        assertThat(dmaBufs()).isEqualTo(before);
    }

    private static long dmaBufs() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/sys/kernel/debug/dma_buf/bufinfo"))) {
            return lines.filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.split("[ ,]+")[1]))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void refusesMemoryThatIsNoDmaBuf() {
        try (OwnedFd memory = Memfd.create("no-dma-buf", SIZE_BYTES)) {
            assertRefused(buffer(memory.borrow(), LINEAR, 0, STRIDE_BYTES), ErrorName.INVALID_DESCRIPTOR, "processor");
        }
    }

    @Test
    void refusesPlanesInSeveralDmaBufs() {
        try (OwnedFd luma = TestUdmabuf.create(SIZE_BYTES);
                OwnedFd chroma = TestUdmabuf.create(SIZE_BYTES)) {
            Buffer<BorrowedFd> buffer = new Buffer<>(
                    62,
                    34,
                    DrmFormat.linear(FourCc.of("NV12")),
                    List.of(new Plane<>(luma.borrow(), 0, 64), new Plane<>(chroma.borrow(), 0, 64)));
            assertThatThrownBy(() -> ImageCheck.storage(buffer, 2)).hasMessageContaining("several dma-bufs");
        }
    }

    private static Buffer<BorrowedFd> buffer(BorrowedFd fd, DrmFormat format, long offsetBytes, long strideBytes) {
        return new Buffer<>(62, 34, format, List.of(new Plane<>(fd, offsetBytes, strideBytes)));
    }

    private static void assertRefused(Buffer<BorrowedFd> buffer, ErrorName name, String advice) {
        assertThatThrownBy(() -> opened.device().importBuffer(buffer))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(name))
                .hasMessageContaining(advice);
    }
}
