package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

@ExtendWith(LeakCheck.class)
class DmaHeapTest {
    @TempDir
    private Path folder;

    @Test
    void listsTheHeapOfOrdinaryPagesFirst() throws IOException {
        for (String name : new String[] {"reserved", "system", "linux,cma"}) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(DmaHeap.list(folder)).extracting(DmaHeap::name).containsExactly("system", "linux,cma", "reserved");
    }

    @Test
    void listsNoneWhereTheKernelHasNone() {
        assertThat(DmaHeap.list(folder.resolve("dma_heap"))).isEmpty();
    }

    @Test
    void saysHowToGetAHeapThatIsMissing() {
        DmaHeap missing = new DmaHeap(folder.resolve("system"));
        assertThatExceptionOfType(VitrineException.class)
                .isThrownBy(() -> missing.allocate(4096))
                .satisfies(e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .withMessageContaining("CONFIG_DMABUF_HEAPS_SYSTEM");
    }

    @Test
    void passesOnWhatAnotherFileSaysToTheCall() throws IOException {
        DmaHeap file = new DmaHeap(Files.createFile(folder.resolve("system")));
        assertThatThrownBy(() -> file.allocate(4096)).hasMessage("ioctl: ENOTTY");
    }
}
