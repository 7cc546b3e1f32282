package org.vitrine.broker.door;

import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.identity.Caller;
import org.vitrine.wire.PropertyReader;

/** Reads the properties that many interfaces have alike. */
final class Properties {
    private Properties() {}

    /** Reads the property version, and no other. */
    static PropertyReader<Caller> versionOnly() {
        return (_, name) -> {
            if (!name.equals("version")) {
                throw unknown();
            }
            return PortalDoor.VERSION;
        };
    }

    static VitrineException unknown() {
        return new VitrineException(ErrorName.UNKNOWN_PROPERTY, "There is no such property");
    }
}
