package org.vitrine.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.TypeSignature;
import org.vitrine.fd.FdLedger;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.ReceivedChunk;
import org.vitrine.wire.message.Header;
import org.vitrine.wire.message.HeaderDecoder;
import org.vitrine.wire.message.MalformedMessageException;
import org.vitrine.wire.message.MessageLimits;
import org.vitrine.wire.testing.RawBytes;

/** However the stream is cut into pieces, the same messages come out, each with its own descriptors. */
class FrameReaderProperties {
    private static final MessageLimits LIMITS = new MessageLimits(4096, 1024, 4096, 8, 16);

    /** The kernel's side: bytes with descriptors at some of them; a read ends where descriptors came. */
    private static final class Stream implements FrameReader.ChunkSource {
        private record Segment(ByteBuffer bytes, int fds) {}

        private final List<Segment> segments = new ArrayList<>();
        private final int pieceBytes;

        Stream(int pieceBytes) {
            this.pieceBytes = pieceBytes;
        }

        void add(ByteBuffer message, int fds) {
            segments.add(new Segment(message, fds));
        }

        @Override
        public ReceivedChunk receive(ByteBuffer into) {
            int count = 0;
            while (!segments.isEmpty() && count < pieceBytes && into.hasRemaining()) {
                Segment segment = segments.getFirst();
                int length = Math.min(
                        Math.min(pieceBytes - count, into.remaining()),
                        segment.bytes().remaining());
                into.put(segment.bytes().slice(segment.bytes().position(), length));
                segment.bytes().position(segment.bytes().position() + length);
                count += length;
                boolean hasRest = segment.bytes().hasRemaining();
                segments.removeFirst();
                if (hasRest) {
                    segments.addFirst(new Segment(segment.bytes(), 0));
                }
                if (segment.fds() > 0) {
                    return new ReceivedChunk(count, descriptors(segment.fds()), false);
                }
            }
            return new ReceivedChunk(count, List.of(), false);
        }

        private static List<OwnedFd> descriptors(int count) {
            List<OwnedFd> fds = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                fds.add(Memfd.create("fd", 0));
            }
            return fds;
        }
    }

    @Property(tries = 300)
    void findsEveryMessageWithItsDescriptors(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 6000) Integer> bodyBytes,
            @ForAll @IntRange(min = 1, max = 9000) int pieceBytes)
            throws IOException, MalformedMessageException {
        int openBefore = FdLedger.openCount();
        Stream stream = new Stream(pieceBytes);
        for (int i = 0; i < bodyBytes.size(); i++) {
            stream.add(message(i + 1, bodyBytes.get(i)), i % 3);
        }
        try (FrameReader reader = new FrameReader(stream, LIMITS)) {
            for (int i = 0; i < bodyBytes.size(); i++) {
                Frame frame = reader.next();
                assertThat(new HeaderDecoder().decode(frame.bytes()).serial()).isEqualTo(i + 1);
                assertThat(frame.oversized()).isEqualTo(bodyBytes.get(i) + 4 > LIMITS.bodyBytes());
                if (!frame.oversized()) {
                    assertThat(frame.fds().count()).isEqualTo(i % 3);
                }
                frame.fds().closeUntaken();
            }
            assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
        }
        awaitClosed(openBefore);
    }

    private static ByteBuffer message(int serial, int bodyBytes) {
        return RawBytes.of(
                Header.signal(new ObjectPath("/a"), "org.vitrine.Test1", "Any")
                        .signature(TypeSignature.of("ay"))
                        .serial(serial),
                List.of(new byte[bodyBytes]));
    }

    private static void awaitClosed(int openBefore) {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (FdLedger.openCount() > openBefore && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(FdLedger.openCount()).isEqualTo(openBefore);
    }
}
