package org.vitrine.demo;

import java.util.stream.Collectors;
import org.vitrine.demo.troupe.DemoFailure;
import org.vitrine.fd.DmaBufFd;
import org.vitrine.fd.InspectedFd;
import org.vitrine.fd.OtherMemfd;
import org.vitrine.fd.RefusedFd;
import org.vitrine.fd.SealedMemfd;

/**
 * Says in words what a process found a buffer's storage to be.
 *
 * @param system such as {@code sealed memfd}
 * @param inode the kernel's number for the memory, the same in every process
 * @param seals what can never be done to it again
 * @param exporter the {@code exp_name} that the kernel gives for a dma-buf, else empty
 */
record Storage(String system, long inode, String seals, String exporter) {
    static Storage of(InspectedFd found) {
        return switch (found) {
            case SealedMemfd memfd ->
                new Storage(
                        "sealed memfd",
                        memfd.inode(),
                        memfd.seals().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")),
                        "");
            case DmaBufFd dmaBuf -> new Storage("dma-buf", dmaBuf.inode(), "", dmaBuf.exporterName());
            case OtherMemfd memfd -> new Storage("memfd without seals", memfd.inode(), "", "");
            case RefusedFd refused -> throw new DemoFailure("a buffer is no picture: " + refused.reason());
        };
    }
}
