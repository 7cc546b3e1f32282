package org.vitrine.broker.boot;

import java.util.Optional;

/** Knows which release this is. */
final class Version {
    private Version() {}

    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }
}
