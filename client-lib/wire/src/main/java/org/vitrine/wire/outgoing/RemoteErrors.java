package org.vitrine.wire.outgoing;

import java.util.List;
import java.util.Optional;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageLimits;
import org.vitrine.wire.transport.Arrival;

/** Turn error replies into exceptions: names are looked up, never loaded as classes. */
final class RemoteErrors {
    private static final String TEXT_FIRST = "s";

    private RemoteErrors() {}

    static VitrineException toException(Arrival arrival, MessageLimits limits) {
        Header header = arrival.header();
        String remoteName = String.valueOf(header.errorName());
        Optional<ErrorName> name = ErrorName.ofDbusName(remoteName);
        String text = text(arrival, limits);
        return name.map(known -> new VitrineException(known, text))
                .orElseGet(() -> new VitrineException(ErrorName.FAILED, remoteName + ": " + text));
    }

    private static String text(Arrival arrival, MessageLimits limits) {
        if (!arrival.header().signature().value().startsWith(TEXT_FIRST)) {
            return "";
        }
        try {
            List<Object> body = arrival.decodeBody(limits);
            return (String) body.getFirst();
        } catch (MalformedMessageException e) {
            return "";
        }
    }
}
