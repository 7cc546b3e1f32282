package org.vitrine.fd;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/** Tries real dma-bufs of ordinary pages: names, fences, memory, and that nothing stays behind. */
@NeedsTestVm
@ExtendWith(LeakCheck.class)
class DmaBufVmIT {
    private static final int SIZE_BYTES = 64 * 1024;
    private static final long DMA_BUF_SET_NAME_B = 0x4008_6201L;
    private static final Path BUFFERS = Path.of("/sys/kernel/debug/dma_buf/bufinfo");

    @Test
    void makesAUdmabufThatSharesThePagesOfItsMemfd() {
        try (OwnedFd memfd = Memfd.create("pages", SIZE_BYTES)) {
            Memfd.addSeals(memfd, Set.of(Seal.SHRINK, Seal.GROW, Seal.SEAL));
            try (OwnedFd dmaBuf = new Udmabuf().create(memfd, SIZE_BYTES);
                    ReadWriteMapping ofMemfd = Mapping.readWrite(memfd, SIZE_BYTES);
                    ReadOnlyMapping ofDmaBuf = Mapping.readOnly(dmaBuf, SIZE_BYTES)) {
                assertDmaBuf(dmaBuf, "udmabuf");
                ofMemfd.segment().set(JAVA_INT, SIZE_BYTES - 4, 0xC0DE);
                try (CpuAccess access = DmaBuf.read(dmaBuf)) {
                    assertThat(access).isNotNull();
                    assertThat(ofDmaBuf.segment().get(JAVA_INT, SIZE_BYTES - 4)).isEqualTo(0xC0DE);
                }
            }
        }
    }

    @Test
    void recognizesADmaBufByEachDescriptorAndNothingElse() {
        try (OwnedFd memfd = Memfd.create("pages", SIZE_BYTES)) {
            Memfd.addSeals(memfd, Set.of(Seal.SHRINK, Seal.GROW, Seal.SEAL));
            try (OwnedFd one = new Udmabuf().create(memfd, SIZE_BYTES);
                    OwnedFd duplicate = one.dup();
                    OwnedFd other = new Udmabuf().create(memfd, SIZE_BYTES)) {
                long inode = DmaBufIdentity.inode(one).orElseThrow();
                assertThat(DmaBufIdentity.inode(one)).hasValue(inode);
                assertThat(DmaBufIdentity.inode(duplicate)).hasValue(inode);
                assertThat(DmaBufIdentity.inode(other).orElseThrow()).isNotEqualTo(inode);
                assertThat(FdInspector.inspect(one))
                        .isInstanceOfSatisfying(
                                DmaBufFd.class,
                                found -> assertThat(found.inode()).isEqualTo(inode));
                assertThat(DmaBufIdentity.inode(memfd)).isEmpty();
            }
        }
    }

    @Test
    void refusesAUdmabufLargerThanItsMemfdOrOfHalfAPage() {
        try (OwnedFd memfd = Memfd.create("pages", SIZE_BYTES)) {
            Memfd.addSeals(memfd, Set.of(Seal.SHRINK));
            for (long size : new long[] {SIZE_BYTES + 4096, 100}) {
                assertThatExceptionOfType(VitrineException.class)
                        .isThrownBy(() -> new Udmabuf().create(memfd, size))
                        .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED));
            }
        }
    }

    @Test
    void allocatesFromEveryHeapThatTheKernelLists() {
        assertThat(DmaHeap.list(DmaHeap.FOLDER)).contains(DmaHeap.system());
        for (DmaHeap heap : DmaHeap.list(DmaHeap.FOLDER)) {
            heap.check();
            try (OwnedFd dmaBuf = heap.allocate(SIZE_BYTES)) {
                assertDmaBuf(dmaBuf, heap.name());
                assertThat(AccessMode.of(dmaBuf)).isEqualTo(AccessMode.READ_WRITE);
            }
        }
    }

    @Test
    void namesABufferWithoutFoolingTheInspector() {
        try (OwnedFd dmaBuf = DmaHeap.system().allocate(SIZE_BYTES)) {
            DmaBuf.setName(dmaBuf, new DmaBufName("Fenster 1"));
            assertThat(ProcFd.info(dmaBuf)).contains("name:\tFenster 1\n");
            assertDmaBuf(dmaBuf, "system");
        }
    }

    @Test
    void isNotFooledByANameThatForgesLines() {
        try (OwnedFd dmaBuf = DmaHeap.system().allocate(SIZE_BYTES);
                Arena arena = Arena.ofConfined()) {
            InspectedFd before = FdInspector.inspect(dmaBuf);
            for (String forged :
                    new String[] {"x\nexp_name:\tevil", "x\nsize:\t999999", "\nexp_name:\tevil\nsize:\t1"}) {
                DeviceCall.ioctl(dmaBuf, DMA_BUF_SET_NAME_B, arena.allocateFrom(forged));
                assertThat(ProcFd.info(dmaBuf)).contains(forged);
                assertThat(FdInspector.inspect(dmaBuf)).isEqualTo(before);
            }
        }
    }

    @Test
    void hasNothingToWaitForWhenNobodyUsesTheBuffer() {
        try (OwnedFd dmaBuf = DmaHeap.system().allocate(SIZE_BYTES);
                OwnedFd fence = DmaBuf.exportSyncFile(dmaBuf, DmaBufUse.READ_WRITE);
                OwnedFd other = DmaBuf.exportSyncFile(dmaBuf, DmaBufUse.READ);
                OwnedFd both = SyncFile.merge("both", fence, other)) {
            assertThat(SyncFile.isOne(fence)).isTrue();
            assertThat(SyncFile.isSignalled(fence)).isTrue();
            assertThat(SyncFile.awaitSignalled(both, Duration.ofSeconds(5))).isTrue();
            assertThat(SyncFile.info(both).name()).isEqualTo("both");
            assertThat(SyncFile.info(both).status()).isEqualTo(SyncFileInfo.Status.SIGNALLED);
            DmaBuf.importSyncFile(dmaBuf, fence, DmaBufUse.WRITE);
            assertThatThrownBy(() -> DmaBuf.importSyncFile(dmaBuf, dmaBuf, DmaBufUse.WRITE))
                    .hasMessage("ioctl: EINVAL");
        }
    }

    @Test
    void freesTheBufferWithItsLastDescriptorAndMapping() throws IOException {
        OwnedFd dmaBuf = DmaHeap.system().allocate(SIZE_BYTES);
        String inode = "%08d".formatted(((DmaBufFd) FdInspector.inspect(dmaBuf)).inode());
        OwnedFd duplicate = dmaBuf.dup();
        dmaBuf.close();
        ReadOnlyMapping mapping = Mapping.readOnly(duplicate, SIZE_BYTES);
        duplicate.close();
        assertThat(Files.readString(BUFFERS)).contains("\t" + inode + "\t");
        mapping.close();
        assertThat(Files.readString(BUFFERS)).doesNotContain("\t" + inode + "\t");
    }

    private static void assertDmaBuf(Fd fd, String exporterName) {
        assertThat(FdInspector.inspect(fd)).isInstanceOfSatisfying(DmaBufFd.class, dmaBuf -> {
            assertThat(dmaBuf.sizeBytes()).isEqualTo(SIZE_BYTES);
            assertThat(dmaBuf.exporterName()).isEqualTo(exporterName);
        });
    }
}
