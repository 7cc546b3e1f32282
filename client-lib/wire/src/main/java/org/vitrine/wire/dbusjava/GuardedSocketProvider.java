package org.vitrine.wire.dbusjava;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.freedesktop.dbus.spi.message.IMessageReader;
import org.freedesktop.dbus.spi.message.IMessageWriter;
import org.freedesktop.dbus.spi.message.ISocketProvider;
import org.jspecify.annotations.Nullable;

/**
 * Give dbus-java our reader and writer for our channel, and nothing for any other. dbus-java takes the first provider
 * that offers something; since {@link GuardedChannel} is nobody else's class, that is this one whatever the order.
 */
public final class GuardedSocketProvider implements ISocketProvider {

    @Override
    public @Nullable IMessageReader createReader(SocketChannel socket) throws IOException {
        if (!(socket instanceof GuardedChannel ours)) {
            return null;
        }
        ours.link().attach();
        return new GuardedReader(ours.link());
    }

    @Override
    public @Nullable IMessageWriter createWriter(SocketChannel socket) {
        return socket instanceof GuardedChannel ours ? new GuardedWriter(ours.link()) : null;
    }

    @Override
    public void setFileDescriptorSupport(boolean support) {}

    @Override
    public boolean isFileDescriptorPassingSupported() {
        return true;
    }
}
