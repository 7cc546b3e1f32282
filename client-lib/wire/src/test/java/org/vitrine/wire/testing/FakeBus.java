package org.vitrine.wire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.FileDescriptorCast;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.fd.Fd;
import org.vitrine.fd.MessageSocket;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.HeaderBuilder;
import org.vitrine.wire.message.HeaderDecoder;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageLimits;
import org.vitrine.wire.transport.FrameReader;

/**
 * Be a bus for one client, that sends what no real bus would: it authenticates, answers Hello, and then does what the
 * test says.
 */
public final class FakeBus implements AutoCloseable {
    private static final String DRIVER = "org.freedesktop.DBus";

    private final Path folder;
    private final AFUNIXServerSocketChannel server;
    private final CompletableFuture<Client> client;
    private long lastSerial;

    private record Client(AFUNIXSocketChannel channel, OwnedFd owned, MessageSocket socket, FrameReader reader) {}

    private FakeBus(Path folder, AFUNIXServerSocketChannel server) {
        this.folder = folder;
        this.server = server;
        this.client = new CompletableFuture<>();
    }

    /** Wait, on a thread of its own, for a client. */
    public static FakeBus start() {
        try {
            Path folder = Files.createTempDirectory("vitrine-fake-bus");
            AFUNIXServerSocketChannel server = AFUNIXServerSocketChannel.open();
            server.bind(AFUNIXSocketAddress.of(folder.resolve("bus")));
            FakeBus bus = new FakeBus(folder, server);
            Thread.ofPlatform().daemon().name("fake-bus").start(bus::welcome);
            return bus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tell where to connect. */
    public String address() {
        return "unix:path=" + folder.resolve("bus");
    }

    /** Send any bytes with any descriptors. */
    public void send(ByteBuffer bytes, List<? extends Fd> fds) {
        List<? extends Fd> left = fds;
        while (bytes.hasRemaining()) {
            client().socket().send(bytes, left, false);
            left = List.of();
        }
    }

    /** Take a serial for the next message. */
    public long nextSerial() {
        return ++lastSerial;
    }

    /** Read the header of the client's next message. */
    public Header receive() {
        return receive(client());
    }

    private void welcome() {
        try {
            AFUNIXSocketChannel channel = server.accept();
            OwnedFd owned = RawFds.dup(
                    FileDescriptorCast.using(channel.getFileDescriptor()).as(Integer.class));
            MessageSocket socket = new MessageSocket(owned);
            Client connected = new Client(
                    channel,
                    owned,
                    socket,
                    new FrameReader(into -> socket.receive(into, false), MessageLimits.PROTOCOL));
            authenticate(socket);
            Header hello = receive(connected);
            HeaderBuilder welcome = Header.returnTo(hello)
                    .sender(DRIVER)
                    .destination(":1.1")
                    .signature(TypeSignature.of("s"))
                    .serial(nextSerial());
            socket.send(RawBytes.of(welcome, List.of(":1.1")), List.of(), false);
            client.complete(connected);
        } catch (IOException | RuntimeException e) {
            client.completeExceptionally(e);
        }
    }

    private static void authenticate(MessageSocket socket) {
        String line = "";
        while (!line.startsWith("BEGIN")) {
            line = readLine(socket);
            if (line.startsWith("AUTH EXTERNAL")) {
                sendLine(socket, "OK 0123456789abcdef0123456789abcdef");
            } else if (line.startsWith("AUTH")) {
                sendLine(socket, "REJECTED EXTERNAL");
            } else if (line.startsWith("NEGOTIATE_UNIX_FD")) {
                sendLine(socket, "AGREE_UNIX_FD");
            }
        }
    }

    private static String readLine(MessageSocket socket) {
        ByteBuffer one = ByteBuffer.allocate(1);
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\n") < 0) {
            if (socket.receive(one.clear(), false).isEnd()) {
                throw new IllegalStateException("The client went away");
            }
            if (one.get(0) != 0) {
                line.append((char) one.get(0));
            }
        }
        return line.toString();
    }

    private static void sendLine(MessageSocket socket, String line) {
        socket.send(ByteBuffer.wrap((line + "\r\n").getBytes(StandardCharsets.US_ASCII)), List.of(), false);
    }

    private static Header receive(Client client) {
        try {
            return new HeaderDecoder().decode(client.reader().next().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException(e);
        }
    }

    private Client client() {
        return client.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** End the connection as a bus that dies does. */
    @Override
    public void close() {
        try {
            server.close();
            if (client.isDone() && !client.isCompletedExceptionally()) {
                client().owned().close();
                client().channel().close();
            }
            Files.deleteIfExists(folder.resolve("bus"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
