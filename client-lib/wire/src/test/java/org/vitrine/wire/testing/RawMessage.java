package org.vitrine.wire.testing;

import java.util.List;
import org.vitrine.wire.ReceivedFd;
import org.vitrine.wire.message.Header;

/**
 * A message as a {@link RawPeer} got it.
 *
 * @param body by D-Bus type; each {@code h} is a {@link ReceivedFd} that nobody closes for you
 */
public record RawMessage(Header header, List<Object> body) {

    /** The text of an error, or the only string of a reply. */
    public String text() {
        return (String) body.getFirst();
    }
}
