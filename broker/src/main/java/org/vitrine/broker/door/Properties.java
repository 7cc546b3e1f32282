package org.vitrine.broker.door;

import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.identity.Caller;
import org.vitrine.wire.PropertyReader;

/** Reads the properties that many interfaces have alike. */
public final class Properties {
    /** The version of every interface. */
    public static final Object VERSION = 1L;

    private Properties() {}

    /** Reads the property version, and no other. */
    public static PropertyReader<Caller> versionOnly() {
        return (_, name) -> {
            if (!name.equals("version")) {
                throw unknown();
            }
            return VERSION;
        };
    }

    /** Makes the answer for a property that is not there. */
    public static VitrineException unknown() {
        return new VitrineException(ErrorName.UNKNOWN_PROPERTY, "There is no such property");
    }
}
