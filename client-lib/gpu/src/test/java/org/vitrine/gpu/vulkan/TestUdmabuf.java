package org.vitrine.gpu.vulkan;

import java.util.Set;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.Seal;
import org.vitrine.fd.Udmabuf;

/** Makes dma-bufs of ordinary pages for tests. */
final class TestUdmabuf {
    private TestUdmabuf() {}

    /** Makes one, filled with zeros, owned by the caller. */
    static OwnedFd create(long sizeBytes) {
        try (OwnedFd memory = Memfd.create("vitrine-test", sizeBytes)) {
            Memfd.addSeals(memory, Set.of(Seal.SHRINK));
            return new Udmabuf().create(memory, sizeBytes);
        }
    }
}
