package org.vitrine.gpu.drm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.Fd;
import org.vitrine.fd.FdInspector;

/** Finds the devices of the test machine by their drivers, and what the kernel says of all dma-bufs. */
final class TestDevices {
    static final String VIRTIO_GPU = "virtio_gpu";
    static final String VGEM = "vgem";

    private static final Path ALL_DMA_BUFS = Path.of("/sys/kernel/debug/dma_buf/bufinfo");

    private TestDevices() {}

    static DrmDevice open(String driver, DrmNode.Type type) {
        for (DrmNode node : DrmNodes.find()) {
            if (node.type() == type) {
                DrmDevice device = DrmDevice.open(node);
                if (device.driver().name().equals(driver)) {
                    return device;
                }
                device.close();
            }
        }
        throw new AssertionError("The test machine has no " + type + " node of " + driver);
    }

    static DrmDevice primary(String driver) {
        return open(driver, DrmNode.Type.PRIMARY);
    }

    static long inode(Fd dmaBuf) {
        if (FdInspector.inspect(dmaBuf) instanceof DmaBufFd inspected) {
            return inspected.inode();
        }
        throw new AssertionError("Not a dma-buf");
    }

    /** Tells whether a dma-buf is anywhere in the kernel still. */
    static boolean exists(long inode) throws IOException {
        return Files.readString(ALL_DMA_BUFS).contains("\t%08d\t".formatted(inode));
    }
}
