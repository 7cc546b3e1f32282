package org.vitrine.client.portal;

import org.vitrine.api.image.RawBuffer;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/** What a portal hands out in place of a buffer that it has. */
@FunctionalInterface
public interface Delivery {
    RawBuffer<Fd> of(RawBuffer<OwnedFd> buffer);

    static Delivery honest() {
        return buffer -> buffer.map(fd -> fd);
    }
}
