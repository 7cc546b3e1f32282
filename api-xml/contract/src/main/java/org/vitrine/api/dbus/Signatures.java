package org.vitrine.api.dbus;

import java.util.List;
import java.util.stream.Collectors;

/** Put arguments' types in a row. */
final class Signatures {
    private Signatures() {}

    static TypeSignature of(List<ArgumentDescription> arguments) {
        return TypeSignature.of(
                arguments.stream().map(argument -> argument.type().value()).collect(Collectors.joining()));
    }
}
