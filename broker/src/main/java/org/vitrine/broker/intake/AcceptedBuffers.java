package org.vitrine.broker.intake;

import java.util.List;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.OwnedFd;

/**
 * Holds buffers that were inspected, of one size and format. Whoever holds the record owns the descriptors.
 *
 * @param buffers the buffers, at least one; planes may share a descriptor
 * @param descriptors every descriptor of theirs once
 * @param sealedAgainstWriting whether the kernel keeps everybody from writing into them through what is handed out
 */
public record AcceptedBuffers(List<Buffer<OwnedFd>> buffers, List<OwnedFd> descriptors, boolean sealedAgainstWriting) {
    public AcceptedBuffers {
        buffers = List.copyOf(buffers);
        descriptors = List.copyOf(descriptors);
        if (buffers.isEmpty()) {
            throw new IllegalArgumentException("there must be a buffer");
        }
    }
}
