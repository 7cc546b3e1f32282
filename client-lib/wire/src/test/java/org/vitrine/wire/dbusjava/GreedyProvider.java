package org.vitrine.wire.dbusjava;

import java.nio.channels.SocketChannel;
import org.freedesktop.dbus.spi.message.IMessageReader;
import org.freedesktop.dbus.spi.message.IMessageWriter;
import org.freedesktop.dbus.spi.message.ISocketProvider;
import org.freedesktop.dbus.spi.message.InputStreamMessageReader;
import org.freedesktop.dbus.spi.message.OutputStreamMessageWriter;

/** Takes every channel, as no well-behaved provider does. */
public final class GreedyProvider implements ISocketProvider {
    @Override
    public IMessageReader createReader(SocketChannel socket) {
        return new InputStreamMessageReader(socket);
    }

    @Override
    public IMessageWriter createWriter(SocketChannel socket) {
        return new OutputStreamMessageWriter(socket);
    }

    @Override
    public void setFileDescriptorSupport(boolean support) {}

    @Override
    public boolean isFileDescriptorPassingSupported() {
        return false;
    }
}
