package org.vitrine.wire.outgoing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.Variant;
import org.vitrine.fd.ClosingThread;
import org.vitrine.fd.OwnedFd;

/** Close the descriptors of a reply whose caller has given up. */
final class UnwantedBody {
    private UnwantedBody() {}

    /** Close those at any depth; one that occurs twice is closed once. */
    static void close(@Nullable Object value) {
        switch (value) {
            case OwnedFd fd when fd.isOpen() -> ClosingThread.closeLater(fd);
            case Iterable<?> values -> values.forEach(UnwantedBody::close);
            case Map<?, ?> entries -> entries.values().forEach(UnwantedBody::close);
            case Variant<?> variant -> close(variant.value());
            case null, default -> {}
        }
    }
}
