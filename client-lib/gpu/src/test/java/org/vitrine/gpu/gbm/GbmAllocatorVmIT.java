package org.vitrine.gpu.gbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.PixelAccess;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OpenFile;
import org.vitrine.fd.OpenFlag;
import org.vitrine.fd.OwnedFd;

@NeedsTestVm
@ExtendWith(LeakCheck.class)
class GbmAllocatorVmIT {
    private static final String VIRTIO = "/dev/dri/card0";
    private static final String VGEM = "/dev/dri/card1";
    private static final DrmFormat COLOURS = DrmFormat.linear(FourCc.XRGB8888);

    private static GbmDevice open(String node) {
        return GbmDevice.take(OpenFile.open(node, Set.of(OpenFlag.READ_WRITE)));
    }

    private static AllocatedBuffer allocate(GbmDevice device, int width, int height, DrmFormat format) {
        return GbmAllocator.forRendering(device).allocate(BufferSpec.of(width, height, format));
    }

    @ParameterizedTest
    @ValueSource(strings = {VIRTIO, VGEM})
    void makesDmaBufsThatTheProcessorDrawsInto(String node) {
        try (GbmDevice device = open(node)) {
            for (int width : new int[] {1, 63, 64, 1921}) {
                try (AllocatedBuffer allocated = allocate(device, width, 7, COLOURS)) {
                    assertThat(allocated.storage()).isInstanceOf(DmaBufFd.class);
                    assertThat(allocated.buffer().format()).isEqualTo(COLOURS);
                    try (PixelAccess access = allocated.beginDrawing()) {
                        access.pixels().plane().row(6).fill((byte) 0x5a);
                    }
                    try (PixelAccess access = allocated.beginDrawing()) {
                        assertThat(access.pixels().plane().row(6).get(ValueLayout.JAVA_BYTE, width * 4L - 1))
                                .isEqualTo((byte) 0x5a);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {VIRTIO, VGEM})
    void makesBuffersThatOutliveTheDevice(String node) {
        GbmDevice device = open(node);
        AllocatedBuffer allocated = allocate(device, 64, 64, COLOURS);
        device.close();
        assertThatThrownBy(device::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(device::backendName).isInstanceOf(IllegalStateException.class);
        try (allocated;
                PixelAccess access = allocated.beginDrawing()) {
            access.pixels().plane().row(63).fill((byte) 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {VIRTIO, VGEM})
    void exportsEveryPlaneWithADescriptorOfItsOwn(String node) {
        GbmRequest request = new GbmRequest(64, 64, FourCc.XRGB8888, Set.of(GbmUse.RENDERING), List.of());
        try (GbmDevice device = open(node);
                GbmBuffer buffer = device.create(request)) {
            List<OwnedFd> first =
                    buffer.export().planes().stream().map(plane -> plane.fd()).toList();
            List<OwnedFd> second =
                    buffer.export().planes().stream().map(plane -> plane.fd()).toList();
            assertThat(FdInspector.inspect(first.getFirst())).isEqualTo(FdInspector.inspect(second.getFirst()));
            first.forEach(OwnedFd::close);
            second.forEach(OwnedFd::close);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {VIRTIO, VGEM})
    void drawsByTheProcessorOnlyIntoPlainRows(String node) {
        DrmFormat free = new DrmFormat(FourCc.XRGB8888, Modifier.INVALID);
        try (GbmDevice device = open(node);
                AllocatedBuffer allocated = allocate(device, 64, 64, free)) {
            if (!allocated.buffer().format().modifier().isLinear()) {
                assertThatThrownBy(allocated::beginDrawing)
                        .isInstanceOf(VitrineException.class)
                        .hasMessageContaining("allocate it as LINEAR");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {VIRTIO, VGEM})
    void saysWhatItCanNotMakeAndWhatCan(String node) {
        try (GbmDevice device = open(node)) {
            assertThat(device.backendName()).isEqualTo("drm");
            assertThat(device.formats(Set.of(GbmUse.RENDERING))).contains(FourCc.XRGB8888, FourCc.ABGR8888);
            for (String name : List.of("NV12", "P010", "YUV420", "R8")) {
                FourCc fourCc = FourCc.ofName(name);
                if (!device.supports(fourCc, Set.of(GbmUse.RENDERING))) {
                    assertUnsupported(device, DrmFormat.linear(fourCc), name);
                }
            }
            assertUnsupported(device, new DrmFormat(FourCc.XRGB8888, Modifier.parse("I915_X_TILED")), "I915_X_TILED");
        }
    }

    @Test
    void saysThatARenderNodeWithoutDriverMakesNone() {
        try (GbmDevice device = open("/dev/dri/renderD128")) {
            assertUnsupported(device, COLOURS, "open /dev/dri/card0 or such");
        }
    }

    private static void assertUnsupported(GbmDevice device, DrmFormat format, String what) {
        assertThatThrownBy(() -> allocate(device, 64, 64, format).close())
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .hasMessageContaining(what);
    }
}
