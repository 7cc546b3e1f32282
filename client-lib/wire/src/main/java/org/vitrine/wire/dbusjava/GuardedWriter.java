package org.vitrine.wire.dbusjava;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.spi.message.IMessageWriter;
import org.vitrine.wire.message.EncodedMessage;

/** Be dbus-java's writer: its messages join ours, one system call each, and never carry a descriptor. */
final class GuardedWriter implements IMessageWriter {
    private final Link link;

    GuardedWriter(Link link) {
        this.link = link;
    }

    Link link() {
        return link;
    }

    @Override
    public void writeMessage(Message message) throws IOException {
        if (!message.getFiledescriptors().isEmpty()) {
            throw new IOException("Descriptors never go through dbus-java; call through the Bus");
        }
        link.send(new EncodedMessage<>(join(message.getWireData()), List.of()));
    }

    private static ByteBuffer join(byte[][] parts) {
        byte[][] present = Arrays.stream(parts).filter(Objects::nonNull).toArray(byte[][]::new);
        ByteBuffer joined = ByteBuffer.allocate(
                Arrays.stream(present).mapToInt(part -> part.length).sum());
        for (byte[] part : present) {
            joined.put(part);
        }
        return joined.flip();
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
