package org.vitrine.wire.testing;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.FileDescriptorCast;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.fd.Fd;
import org.vitrine.fd.MessageSocket;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;
import org.vitrine.fd.ReceivedChunk;
import org.vitrine.wire.ReceivedFd;
import org.vitrine.wire.message.BodyDecoder;
import org.vitrine.wire.message.EncodedMessage;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.HeaderBuilder;
import org.vitrine.wire.message.HeaderDecoder;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageEncoder;
import org.vitrine.wire.message.MessageLimits;
import org.vitrine.wire.message.MessageType;
import org.vitrine.wire.transport.Frame;
import org.vitrine.wire.transport.FrameReader;

/**
 * Be a client that may send any bytes with any descriptors, and reads what comes. Authenticates by hand. Not for use by
 * several threads at a time.
 */
public final class RawPeer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectPath DRIVER_PATH = new ObjectPath("/org/freedesktop/DBus");
    private static final String DRIVER = "org.freedesktop.DBus";

    private final AFUNIXSocketChannel channel;
    private final OwnedFd owned;
    private final MessageSocket socket;
    private final FrameReader reader;
    private final Deque<RawMessage> unread = new ArrayDeque<>();
    private Duration patience = PATIENCE;
    private long lastSerial;
    private @Nullable UniqueName uniqueName;

    private RawPeer(AFUNIXSocketChannel channel) throws IOException {
        this.channel = channel;
        this.owned =
                RawFds.dup(FileDescriptorCast.using(channel.getFileDescriptor()).as(Integer.class));
        this.socket = new MessageSocket(owned);
        this.reader = new FrameReader(this::receiveChunk, MessageLimits.PROTOCOL);
    }

    /** Connect, negotiate descriptors and say Hello. */
    public static RawPeer connect(String address) {
        return connect(address, true);
    }

    /** Connect as a client that does not take descriptors. */
    public static RawPeer connectWithoutFds(String address) {
        return connect(address, false);
    }

    private static RawPeer connect(String address, boolean negotiateFds) {
        try {
            String path = address.replaceFirst("^unix:path=([^,;]*).*$", "$1");
            AFUNIXSocketChannel channel = AFUNIXSocketChannel.open();
            channel.connect(AFUNIXSocketAddress.of(Path.of(path)));
            RawPeer peer = new RawPeer(channel);
            peer.authenticate(negotiateFds);
            RawMessage hello = peer.reply(peer.callDriver("Hello", ""));
            peer.uniqueName = new UniqueName(hello.text());
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void authenticate(boolean negotiateFds) throws IOException {
        long uid = ((Number) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue();
        String hexUid = HexFormat.of().formatHex(Long.toString(uid).getBytes(StandardCharsets.US_ASCII));
        sendBytes(("\0AUTH EXTERNAL " + hexUid + "\r\n").getBytes(StandardCharsets.US_ASCII));
        expectLine("OK ");
        if (negotiateFds) {
            sendBytes("NEGOTIATE_UNIX_FD\r\n".getBytes(StandardCharsets.US_ASCII));
            expectLine("AGREE_UNIX_FD");
        }
        sendBytes("BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void expectLine(String start) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\n") < 0) {
            if (socket.receive(one.clear(), false).isEnd()) {
                throw new EOFException("The bus closed the connection");
            }
            line.append((char) one.get(0));
        }
        if (!line.toString().startsWith(start)) {
            throw new IOException("The bus said " + line);
        }
    }

    /** Tell the name the bus gave. */
    public UniqueName uniqueName() {
        return Objects.requireNonNull(uniqueName);
    }

    /** Take a serial for the next message. */
    public long nextSerial() {
        return ++lastSerial;
    }

    /** Wait this long for what is read from now on. */
    public void setPatience(Duration newPatience) {
        patience = newPatience;
    }

    /** Send any bytes. */
    public void sendBytes(byte[] bytes) {
        send(ByteBuffer.wrap(bytes), List.of());
    }

    /** Send any bytes with any descriptors, which stay the caller's. */
    public void send(ByteBuffer bytes, List<? extends Fd> fds) {
        List<? extends Fd> left = fds;
        while (bytes.hasRemaining()) {
            socket.send(bytes, left, false);
            left = List.of();
        }
    }

    /** Send a message as it should be. */
    public void send(HeaderBuilder header, List<Object> body) {
        EncodedMessage<Fd> message = MessageEncoder.encode(header.build(), body, Fd.class, MessageLimits.PROTOCOL);
        send(message.bytes(), message.fds());
    }

    /** Call; returns the serial to wait for. */
    public long call(
            String destination, String path, @Nullable String iface, String member, String signature, Object... body) {
        long serial = nextSerial();
        HeaderBuilder header = Header.call(new ObjectPath(path), iface, member)
                .destination(destination)
                .signature(new TypeSignature(signature))
                .serial(serial);
        send(header, List.of(body));
        return serial;
    }

    /** Call the driver; returns the serial to wait for. */
    public long callDriver(String member, String signature, Object... body) {
        return call(DRIVER, DRIVER_PATH.value(), DRIVER, member, signature, body);
    }

    /** Wait for the reply or error to a call; what else comes is kept. */
    public RawMessage reply(long serial) {
        for (RawMessage message : unread) {
            if (message.header().replySerial() == serial) {
                unread.remove(message);
                return message;
            }
        }
        while (true) {
            RawMessage message = receive();
            boolean answer = message.header().type() == MessageType.METHOD_RETURN
                    || message.header().type() == MessageType.ERROR;
            if (answer && message.header().replySerial() == serial) {
                return message;
            }
            unread.add(message);
        }
    }

    /** Take the next reply or error, to whatever it is; what else comes is kept. */
    public RawMessage nextReply() {
        for (RawMessage message : unread) {
            if (message.header().replySerial() != 0) {
                unread.remove(message);
                return message;
            }
        }
        while (true) {
            RawMessage message = receive();
            if (message.header().replySerial() != 0) {
                return message;
            }
            unread.add(message);
        }
    }

    /** Wait until something can be read, without reading it. */
    public void awaitReply() {
        socket.awaitReadable(patience);
    }

    /** List what came beside what was waited for. */
    public List<RawMessage> kept() {
        return List.copyOf(unread);
    }

    /** Take the next message that is no reply we waited for; fails when none comes in time. */
    public RawMessage next() {
        RawMessage kept = unread.poll();
        return kept != null ? kept : receive();
    }

    /** Take the next message of a kind, and keep the others. */
    public RawMessage next(MessageType type) {
        for (RawMessage message : unread) {
            if (message.header().type() == type) {
                unread.remove(message);
                return message;
            }
        }
        while (true) {
            RawMessage message = receive();
            if (message.header().type() == type) {
                return message;
            }
            unread.add(message);
        }
    }

    private RawMessage receive() {
        try {
            Frame frame = reader.next();
            Header header = new HeaderDecoder().decode(frame.bytes());
            List<ReceivedFd> fds = frame.fds().list();
            return new RawMessage(header, BodyDecoder.decode(header, frame.bytes(), fds, MessageLimits.PROTOCOL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReceivedChunk receiveChunk(ByteBuffer into) throws IOException {
        if (!socket.awaitReadable(patience)) {
            throw new IOException(new TimeoutException("Nothing came in " + patience));
        }
        return socket.receive(into, false);
    }

    @Override
    public void close() {
        try {
            reader.close();
            owned.close();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
