package org.vitrine.wire;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vitrine.fd.OwnedFd;

/**
 * What the bus driver says of a peer (D-Bus specification, {@code GetConnectionCredentials}).
 *
 * @param uid the user, {@code UnixUserID}
 * @param pid the process, {@code ProcessID}; a number can be reused, so it proves nothing alone
 * @param pidFd the process, {@code ProcessFD}, where the bus offers it; owned by whoever holds this record
 * @param gids the groups, {@code UnixGroupIDs}, where the bus offers them
 * @param securityLabel {@code LinuxSecurityLabel} without its final NUL
 */
public record Credentials(
        long uid, OptionalLong pid, Optional<OwnedFd> pidFd, Optional<Set<Long>> gids, Optional<String> securityLabel)
        implements AutoCloseable {
    public Credentials {
        gids = gids.map(Set::copyOf);
    }

    /** Close the pidfd, if there is one. */
    @Override
    public void close() {
        pidFd.ifPresent(OwnedFd::close);
    }
}
