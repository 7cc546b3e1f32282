package org.vitrine.broker.admission;

import java.util.Optional;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.grants.Persistence;

/**
 * Says how somebody was let in.
 *
 * @param grant what it may do, and why
 * @param persistence how long the user's yes is remembered; empty if nobody was asked
 * @param restoreToken the token of what is remembered
 */
public record Admitted(Grant grant, Optional<Persistence> persistence, Optional<String> restoreToken) {
    /** Lets in by rule or manifest. */
    Admitted(Grant grant) {
        this(grant, Optional.empty(), Optional.empty());
    }
}
