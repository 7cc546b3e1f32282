package org.vitrine.wire.dbusjava;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.FileDescriptorCast;
import org.vitrine.fd.Fd;
import org.vitrine.wire.message.EncodedMessage;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageFrame;
import org.vitrine.wire.transport.BusSocket;
import org.vitrine.wire.transport.Frame;
import org.vitrine.wire.transport.FrameReader;
import org.vitrine.wire.transport.Outbox;
import org.vitrine.wire.transport.SocketWriter;

/**
 * Tie dbus-java's connection to ours. dbus-java makes transports through service providers that know nothing of who
 * asked; the link is handed to them as a {@link ScopedValue} while the connection is built.
 *
 * <p>After authentication the link owns a duplicate of the socket; junixsocket's own channel is only shut down and
 * closed. Safe from any thread.
 */
public final class Link implements Outbox {
    private static final ScopedValue<Link> CURRENT = ScopedValue.newInstance();

    private final LinkOptions options;
    private final FrameHandler handler;
    private final Object state = new Object();
    private volatile @Nullable AFUNIXSocketChannel channel;
    private volatile @Nullable Ends ends;
    private volatile boolean closed;
    private boolean reading;

    private record Ends(BusSocket socket, FrameReader reader, SocketWriter writer) {}

    /** Builds a connection. */
    interface Builder {
        DBusConnection build() throws DBusException;
    }

    public Link(LinkOptions options, FrameHandler handler) {
        this.options = options;
        this.handler = handler;
    }

    /** The link of the connection that is being built on this thread. */
    static Link current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("Vitrine's transport is used through Bus.connect only");
        }
        return CURRENT.get();
    }

    DBusConnection whileCurrent(Builder builder) throws DBusException {
        return ScopedValue.where(CURRENT, this).call(builder::build);
    }

    GuardedChannel connect() throws IOException {
        IOException failure = new IOException("No address");
        for (AFUNIXSocketAddress address : UnixAddress.parse(options.address())) {
            AFUNIXSocketChannel attempt = AFUNIXSocketChannel.open();
            try {
                attempt.connect(address);
                channel = attempt;
                return new GuardedChannel(attempt, this);
            } catch (IOException e) {
                attempt.close();
                failure = e;
            }
        }
        throw failure;
    }

    /** Take the socket over from junixsocket: dbus-java has authenticated and wants its reader. */
    void attach() throws IOException {
        AFUNIXSocketChannel connected = channel;
        if (connected == null || ends != null) {
            throw new IOException("The link is not connected, or attached already");
        }
        int number = FileDescriptorCast.using(connected.getFileDescriptor()).as(Integer.class);
        BusSocket socket = BusSocket.duplicate(number);
        ends = new Ends(
                socket,
                new FrameReader(socket::receive, options.messages()),
                new SocketWriter(socket, options.queuedBytes(), options.stuckWriter(), handler::lost));
    }

    boolean isAttached() {
        return ends != null;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void send(EncodedMessage<Fd> message) {
        Ends attached = ends;
        if (attached == null) {
            throw new IllegalStateException("The link is not connected");
        }
        attached.writer().send(message);
    }

    /** Wait until all is sent, at most so long. */
    public void flush(Duration timeout) {
        Ends attached = ends;
        if (attached != null) {
            attached.writer().flush(timeout);
        }
    }

    /** Read until there is something for dbus-java. */
    Message readForDbusJava() throws IOException {
        Ends attached = ends;
        synchronized (state) {
            if (closed || attached == null) {
                throw new EOFException("The connection is closed");
            }
            reading = true;
        }
        boolean failed = true;
        try {
            Message message = readUntilForDbusJava(attached.reader());
            failed = false;
            return message;
        } catch (EOFException e) {
            handler.lost("the bus closed the connection");
            throw e;
        } catch (RuntimeException e) {
            handler.lost("the reader ended: " + e);
            throw new IOException("The reader ended", e);
        } catch (Throwable e) {
            handler.lost("the reader ended: " + e);
            throw e;
        } finally {
            synchronized (state) {
                reading = false;
                if (closed || failed) {
                    attached.reader().close();
                }
            }
        }
    }

    private Message readUntilForDbusJava(FrameReader reader) throws IOException {
        while (true) {
            Frame frame = reader.next();
            if (handler.accept(frame)) {
                try {
                    return DbusJavaMessages.of(
                            frame.bytes(),
                            MessageFrame.of(frame.bytes().position(0)).headerBytes());
                } catch (DBusException | MalformedMessageException e) {
                    throw new IOException("dbus-java can't read the driver's answer", e);
                }
            }
        }
    }

    /** Give up connecting: what waits for the bus's answer fails. */
    public void abort() {
        AFUNIXSocketChannel connected = channel;
        try {
            if (connected != null) {
                connected.shutdownInput();
                connected.shutdownOutput();
            }
        } catch (IOException e) {
            closeChannel();
        }
    }

    /** Make the reader end, and dbus-java with it. */
    public void shutdown() {
        Ends attached = ends;
        if (attached != null) {
            attached.socket().shutdown();
        }
    }

    /** Close the socket; the reader ends. Called by dbus-java when it disconnects, and safe to call again. */
    public void close() {
        Ends attached = ends;
        synchronized (state) {
            if (closed) {
                return;
            }
            closed = true;
            if (!reading && attached != null) {
                attached.reader().close();
            }
        }
        shutdown();
        if (attached != null) {
            attached.writer().close();
            attached.socket().close();
        }
        closeChannel();
    }

    void closeChannel() {
        AFUNIXSocketChannel connected = channel;
        if (connected != null) {
            try {
                connected.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
