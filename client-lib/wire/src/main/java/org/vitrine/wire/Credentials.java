package org.vitrine.wire;

import java.util.Optional;
import java.util.OptionalLong;
import org.vitrine.fd.OwnedFd;

/**
 * What the bus driver says of a peer (D-Bus specification, {@code GetConnectionCredentials}).
 *
 * @param uid the user, {@code UnixUserID}
 * @param pid the process, {@code ProcessID}; a number can be reused, so it proves nothing alone
 * @param pidFd the process, {@code ProcessFD}, where the bus offers it; owned by whoever holds this record
 * @param securityLabel {@code LinuxSecurityLabel} without its final NUL
 */
public record Credentials(long uid, OptionalLong pid, Optional<OwnedFd> pidFd, Optional<String> securityLabel)
        implements AutoCloseable {

    /** Close the pidfd, if there is one. */
    @Override
    public void close() {
        pidFd.ifPresent(OwnedFd::close);
    }
}
