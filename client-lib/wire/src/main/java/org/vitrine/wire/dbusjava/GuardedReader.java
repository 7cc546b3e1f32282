package org.vitrine.wire.dbusjava;

import java.io.IOException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.spi.message.IMessageReader;

/** Be dbus-java's reader: its thread runs our loop, and gets back only what is its own. */
final class GuardedReader implements IMessageReader {
    private final Link link;

    GuardedReader(Link link) {
        this.link = link;
    }

    Link link() {
        return link;
    }

    @Override
    public Message readMessage() throws IOException {
        return link.readForDbusJava();
    }

    @Override
    public boolean isClosed() {
        return link.isClosed();
    }

    @Override
    public void close() {
        link.close();
    }
}
