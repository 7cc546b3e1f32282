package org.vitrine.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.Fd;
import org.vitrine.fd.InspectedFd;

/**
 * Advertises an image until it is closed, and lets its producer draw frames.
 *
 * <p>Drawing goes round the buffers, one drawing at a time; the others are safe for use by many threads.
 */
public final class SharedImage implements AutoCloseable {
    private final ProducerSession session;
    private final ImageId id;
    private final BufferAllocator allocator;
    private ImageSpec spec;
    private volatile List<AllocatedBuffer> buffers;
    private long generation = ProducerSession.FIRST_GENERATION;
    private final AtomicBoolean drawing = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong frames = new AtomicLong();

    private SharedImage(
            ProducerSession session,
            ImageId id,
            BufferAllocator allocator,
            ImageSpec spec,
            List<AllocatedBuffer> buffers) {
        this.session = session;
        this.allocator = allocator;
        this.id = id;
        this.spec = spec;
        this.buffers = buffers;
    }

    static SharedImage advertise(ProducerSession session, BufferAllocator allocator, ImageSpec spec) {
        List<AllocatedBuffer> buffers = make(allocator, spec);
        try {
            ImageId id = session.advertise(spec.properties(), raw(buffers));
            return new SharedImage(session, id, allocator, spec, buffers);
        } catch (RuntimeException e) {
            buffers.forEach(AllocatedBuffer::close);
            throw e;
        }
    }

    private static List<AllocatedBuffer> make(BufferAllocator allocator, ImageSpec spec) {
        List<AllocatedBuffer> buffers = new ArrayList<>();
        try {
            for (int i = 0; i < spec.buffers(); i++) {
                buffers.add(allocator.allocate(spec.bufferSpec()));
            }
            return List.copyOf(buffers);
        } catch (RuntimeException e) {
            buffers.forEach(AllocatedBuffer::close);
            throw e;
        }
    }

    private static List<RawBuffer<Fd>> raw(List<AllocatedBuffer> buffers) {
        return buffers.stream()
                .map(buffer -> buffer.buffer().<Fd>map(fd -> fd).toRaw())
                .toList();
    }

    /** Returns the image's id. */
    public ImageId id() {
        return id;
    }

    /** Returns how many sessions look at the image. With none, drawing can wait. */
    public int consumers() {
        return session.consumers(id);
    }

    /** Returns how many buffers the image has. */
    public int bufferCount() {
        return buffers.size();
    }

    /** Returns a buffer, for a GPU to draw into. Its descriptors are closed with the image, or when it is resized. */
    public Buffer<BorrowedFd> buffer(int index) {
        return buffers.get(index).buffer();
    }

    /** Returns what the storage of a buffer is, as consumers see it too. */
    public InspectedFd storage(int index) {
        return buffers.get(index).storage();
    }

    /** Returns how many frames were published. */
    public long frames() {
        return frames.get();
    }

    /**
     * Returns why the broker ended the sharing, if it did: revoked, policy, expired or shutdown. Share again for a new
     * one.
     */
    public Optional<String> closedReason() {
        return session.closedReason();
    }

    /**
     * Begins the next frame in the buffer that was published longest ago. Closing the drawing publishes it.
     *
     * @throws IllegalStateException if another drawing is not closed yet, or the image is closed
     */
    public Drawing draw() {
        takeTurn();
        int index = (int) (frames.get() % buffers.size());
        return new Drawing(this, index, buffers.get(index));
    }

    /**
     * Gives the image new, empty buffers of another size. Sessions follow with the next frame drawn; pixels of earlier
     * drawings are refused. If the broker refuses, the image stays as it was; if it takes only some of the buffers,
     * which can be with more than 16 descriptors, the image is closed.
     *
     * @param widthPixels 1 to 32768
     * @param heightPixels 1 to 32768
     * @throws IllegalStateException if a drawing is not closed yet, or the image is closed
     */
    public synchronized void resize(int widthPixels, int heightPixels) {
        takeTurn();
        try {
            ImageSpec resized = spec.withSize(widthPixels, heightPixels);
            replace(make(allocator, resized));
            spec = resized;
        } finally {
            drawing.set(false);
        }
    }

    private void replace(List<AllocatedBuffer> newer) {
        try {
            session.replace(this, generation + 1, raw(newer));
        } catch (RuntimeException e) {
            newer.forEach(AllocatedBuffer::close);
            throw e;
        }
        List<AllocatedBuffer> older = buffers;
        buffers = newer;
        generation++;
        older.forEach(AllocatedBuffer::close);
    }

    private void takeTurn() {
        if (closed.get()) {
            throw new IllegalStateException("The image is not shared any more");
        }
        if (!drawing.compareAndSet(false, true)) {
            throw new IllegalStateException("Close the drawing first");
        }
    }

    void publish(int index, Map<String, Variant<Fd>> frame) {
        try {
            session.publish(id, index, frame);
            frames.incrementAndGet();
        } finally {
            drawing.set(false);
        }
    }

    void abandon() {
        drawing.set(false);
    }

    /** Withdraws the image and frees its buffers; consumers keep what they have mapped. Closing twice does nothing. */
    @Override
    public synchronized void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                session.withdraw(this);
            } finally {
                buffers.forEach(AllocatedBuffer::close);
            }
        }
    }
}
