package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Modifier;
import org.vitrine.client.AllocatedBuffer;
import org.vitrine.client.BufferSpec;
import org.vitrine.client.LinearDmaBuf;
import org.vitrine.client.LinearLayout;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.DmaHeap;
import org.vitrine.fd.Fd;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.NeedsTestVm;
import org.vitrine.fd.OwnedFd;
import org.vitrine.gpu.gbm.GbmUse;

/** Shares what OpenGL ES draws, on real DRM devices. */
@NeedsTestVm
@ExtendWith(LeakCheck.class)
class SharingVmIT {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 60;
    private static final int FIRST_EXIT_CODE_OF_A_SIGNAL = 128;

    @ParameterizedTest
    @ValueSource(strings = {Gpu.VIRTIO, Gpu.VGEM})
    void showsEveryPixelToAnotherProcess(String node) throws Exception {
        try (Gpu gpu = Gpu.open(node);
                AllocatedBuffer allocated = gpu.allocate(FourCc.ABGR8888, WIDTH, HEIGHT);
                EglRenderTarget target = EglRenderTarget.over(gpu.context(), allocated.buffer())) {
            Colours.draw(target.framebuffer());
            target.finish();
            assertChildSees(node, allocated.buffer());
            try (EglRenderTarget again = EglRenderTarget.over(gpu.context(), withoutModifier(allocated.buffer()))) {
                assertThat(again.framebuffer().readPixels()).isEqualTo(Colours.expected(WIDTH, HEIGHT));
            }
        }
    }

    /** In a process of its own, for the software device of Mesa 22 can end the process on foreign storage. */
    @ParameterizedTest
    @ValueSource(strings = {Gpu.VIRTIO, Gpu.VGEM, ChildProcess.SOFTWARE})
    void showsForeignMemoryOrFailsAlone(String platform) throws Exception {
        LinearLayout layout = LinearLayout.of(
                BufferSpec.of(WIDTH, HEIGHT, DrmFormat.linear(FourCc.ABGR8888)),
                LinearLayout.IMPORTABLE_ROW_ALIGNMENT_BYTES);
        try (AllocatedBuffer allocated = LinearDmaBuf.take(DmaHeap.system().allocate(layout.sizeBytes()), layout)) {
            ProcessorView.write(allocated, Colours.expected(WIDTH, HEIGHT));
            ChildProcess.Result result = ChildProcess.importsAndCompares(platform, allocated.buffer());
            System.out.println(platform + ": " + result);
            assertThat(result.exitCode() == 0
                            || (result.exitCode() >= FIRST_EXIT_CODE_OF_A_SIGNAL
                                    && platform.equals(ChildProcess.SOFTWARE))
                            || result.output().contains(ErrorName.NOT_SUPPORTED.dbusName()))
                    .as(result.toString())
                    .isTrue();
        }
    }

    @Test
    void samplesNoForeignMemoryThatItCanNotReach() {
        LinearLayout layout = LinearLayout.of(
                BufferSpec.of(WIDTH, HEIGHT, DrmFormat.linear(FourCc.ABGR8888)),
                LinearLayout.IMPORTABLE_ROW_ALIGNMENT_BYTES);
        try (Gpu gpu = Gpu.open(Gpu.VGEM);
                AllocatedBuffer allocated = LinearDmaBuf.take(DmaHeap.system().allocate(layout.sizeBytes()), layout)) {
            assertThatThrownBy(() -> DmaBufTexture.importFrom(gpu.context(), allocated.buffer()))
                    .isInstanceOfSatisfying(
                            VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                    .hasMessageContaining("can't reach the storage of another device");
            assertThat(gpu.context().openResources()).isZero();
        }
    }

    private static void assertChildSees(String platform, Buffer<BorrowedFd> buffer) throws Exception {
        ChildProcess.Result result = ChildProcess.importsAndCompares(platform, buffer);
        assertThat(result.exitCode()).as(platform + ": " + result.output()).isZero();
    }

    private static Buffer<BorrowedFd> withoutModifier(Buffer<BorrowedFd> buffer) {
        return new Buffer<>(
                buffer.widthPixels(),
                buffer.heightPixels(),
                new DrmFormat(buffer.format().fourCc(), Modifier.INVALID),
                buffer.planes());
    }

    @ParameterizedTest
    @ValueSource(strings = {Gpu.VIRTIO, Gpu.VGEM})
    void showsEveryPixelToTheProcessor(String node) {
        try (Gpu gpu = Gpu.open(node);
                AllocatedBuffer allocated = gpu.allocate(FourCc.ABGR8888, WIDTH, HEIGHT);
                EglRenderTarget target = EglRenderTarget.over(gpu.context(), allocated.buffer())) {
            Colours.draw(target.framebuffer());
            target.finish();
            assertThat(ProcessorView.read(allocated)).isEqualTo(Colours.expected(WIDTH, HEIGHT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Gpu.VIRTIO, Gpu.VGEM})
    void samplesWhatTheProcessorDrew(String node) {
        try (Gpu gpu = Gpu.open(node);
                AllocatedBuffer allocated = gpu.allocate(FourCc.ABGR8888, WIDTH, HEIGHT)) {
            ProcessorView.write(allocated, Colours.expected(WIDTH, HEIGHT));
            try (DmaBufTexture imported = DmaBufTexture.importFrom(gpu.context(), allocated.buffer());
                    GlTexture plain = GlTexture.ofColours(gpu.context(), WIDTH, HEIGHT);
                    Framebuffer reading = Framebuffer.over(plain);
                    TextureCopy copy =
                            TextureCopy.of(gpu.context(), imported.texture().kind())) {
                copy.draw(imported.texture(), reading);
                assertThat(reading.readPixels()).isEqualTo(Colours.expected(WIDTH, HEIGHT));
            }
            assertThat(gpu.context().openResources()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Gpu.VIRTIO, Gpu.VGEM})
    void exportsAnImportedBufferAsTheSameStorage(String node) {
        try (Gpu gpu = Gpu.open(node);
                AllocatedBuffer allocated = gpu.allocate(FourCc.ABGR8888, WIDTH, HEIGHT);
                DmaBufTexture imported = DmaBufTexture.importFrom(gpu.context(), allocated.buffer())) {
            Buffer<OwnedFd> exported = TextureExport.export(imported.texture());
            try {
                assertThat(inode(exported.planes().getFirst().fd()))
                        .isEqualTo(inode(allocated.buffer().planes().getFirst().fd()));
                assertThat(exported.planes().getFirst().strideBytes())
                        .isEqualTo(allocated.buffer().planes().getFirst().strideBytes());
                assertThat(exported.format().fourCc()).isEqualTo(FourCc.ABGR8888);
            } finally {
                exported.planes().forEach(plane -> plane.fd().close());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Gpu.VIRTIO, Gpu.VGEM})
    void exportsAnOrdinaryTextureOrSaysWhatToDoInstead(String node) {
        try (Gpu gpu = Gpu.open(node);
                GlTexture texture = GlTexture.ofColours(gpu.context(), WIDTH, HEIGHT)) {
            try {
                Buffer<OwnedFd> exported = TextureExport.export(texture);
                assertThat(inode(exported.planes().getFirst().fd())).isPositive();
                exported.planes().forEach(plane -> plane.fd().close());
            } catch (VitrineException refused) {
                assertThat(refused).hasMessageContaining("GbmAllocator").hasMessageContaining("EglRenderTarget");
            }
            assertThat(gpu.context().openResources()).isOne();
        }
    }

    private static long inode(Fd fd) {
        return FdInspector.inspect(fd) instanceof DmaBufFd dmaBuf ? dmaBuf.inode() : -1;
    }

    @ParameterizedTest
    @ValueSource(strings = {Gpu.VIRTIO, Gpu.VGEM})
    void importsAKnownBufferOnce(String node) {
        try (Gpu gpu = Gpu.open(node);
                AllocatedBuffer one = gpu.allocate(FourCc.ABGR8888, WIDTH, HEIGHT);
                AllocatedBuffer other = gpu.allocate(FourCc.ABGR8888, WIDTH, HEIGHT);
                ImportCache cache = ImportCache.create(gpu.context(), 1);
                OwnedFd duplicate = one.buffer().planes().getFirst().fd().dup()) {
            int before = gpu.context().openResources();
            ImportCache.CachedTexture first = cache.acquire(one.buffer());
            int name = first.texture().name();
            try (ImportCache.CachedTexture second = cache.acquire(one.buffer().map(_ -> duplicate))) {
                assertThat(second.texture().name()).isEqualTo(name);
                assertThatThrownBy(() -> cache.acquire(other.buffer())).hasMessageContaining("in use");
                first.close();
                assertThatThrownBy(first::close).isInstanceOf(IllegalStateException.class);
                assertThat(cache.size()).isOne();
                assertThat(second.texture().name()).isEqualTo(name);
            }
            assertThat(cache.size()).isZero();
            assertThat(gpu.context().openResources()).isEqualTo(before);
            cache.acquire(other.buffer()).close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Gpu.VIRTIO, Gpu.VGEM})
    void listsWhatItImports(String node) {
        try (Gpu gpu = Gpu.open(node)) {
            DmaBufFormats formats = DmaBufFormats.of(gpu.display());
            assertThat(formats.drawable()).extracting(DrmFormat::fourCc).contains(FourCc.ABGR8888, FourCc.XRGB8888);
            assertThat(formats.all()).containsAll(formats.drawable());
            assertThat(List.of(FourCc.ABGR8888, FourCc.XRGB8888))
                    .allSatisfy(fourCc -> assertThat(gpu.device().supports(fourCc, Set.of(GbmUse.RENDERING)))
                            .isTrue());
        }
    }
}
