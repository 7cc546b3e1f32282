package org.vitrine.broker.identity;

import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

/**
 * Identifies administrators, and refuses all others with AccessDenied.
 *
 * @param anybody identifies
 * @param admins who may pass
 */
public record AdminsOnly(Identifier anybody, Admins admins) implements Identifier {
    @Override
    public CompletionStage<Caller> identify(UniqueName name) {
        return anybody.identify(name).thenApply(caller -> {
            if (!admins.include(caller.subject())) {
                throw new VitrineException(ErrorName.ACCESS_DENIED, "This door is for " + admins.described());
            }
            return caller;
        });
    }
}
