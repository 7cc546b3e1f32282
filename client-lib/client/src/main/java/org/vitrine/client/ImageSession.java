package org.vitrine.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Buffer;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.InspectedFd;

/**
 * Follows an image frame by frame, until it is closed by either side.
 *
 * <p>Buffers are opened and mapped once and read in place. Used by one thread.
 */
public final class ImageSession implements AutoCloseable {
    private final SessionDoor door;
    private final SessionEvents events;
    private SessionBuffers buffers;
    private long lastSequence;
    private long skipped;
    private boolean closed;

    private ImageSession(SessionDoor door, SessionEvents events, SessionBuffers buffers) {
        this.door = door;
        this.events = events;
        this.buffers = buffers;
    }

    static ImageSession begin(SessionDoor door, SessionEvents events) {
        return new ImageSession(door, events, door.openBuffers());
    }

    /**
     * Waits for a frame that is newer than the last one returned; frames in between are skipped.
     *
     * @return the newest frame; empty if none came in time, or the session was closed
     */
    public Optional<Frame> nextFrame(Duration timeout) {
        Optional<Frame> next = events.nextFrame(timeout);
        next.ifPresent(frame -> {
            if (lastSequence != 0) {
                skipped += frame.sequence() - lastSequence - 1;
            }
            lastSequence = frame.sequence();
            if (frame.generation() != buffers.generation()) {
                reopen();
            }
        });
        return next;
    }

    private void reopen() {
        SessionBuffers newer = door.openBuffers();
        buffers.close();
        buffers = newer;
    }

    /**
     * Shows a frame's picture. The memory is the producer's own: some frames later it holds another picture.
     *
     * @return valid until the next call, or the session is closed
     * @throws VitrineException STALE_GENERATION if the image has got other buffers since: wait for the next frame;
     *     NOT_SUPPORTED if the processor can't read the format
     */
    public Pixels pixels(Frame frame) {
        if (frame.generation() != buffers.generation() || frame.index() >= buffers.count()) {
            throw new VitrineException(ErrorName.STALE_GENERATION, "The frame's buffer has been replaced");
        }
        return buffers.read(frame.index());
    }

    /** Returns the buffers by index, for import into a GPU. Valid until the image gets other buffers. */
    public List<Buffer<BorrowedFd>> buffers() {
        return buffers.all();
    }

    /** Returns how many buffers the image has. */
    public int bufferCount() {
        return buffers.count();
    }

    /** Returns what the storage of a buffer's first plane is. */
    public InspectedFd storage(int index) {
        return buffers.storage(index);
    }

    /** Returns how many frames were published that {@link #nextFrame} did not return. */
    public long skippedFrames() {
        return skipped;
    }

    /** Returns why the broker closed the session, if it did: revoked, policy, producer-gone, replaced, shutdown. */
    public Optional<String> closedReason() {
        return events.closedReason();
    }

    ObjectPath path() {
        return door.session();
    }

    /** Ends the session and frees the buffers. Closing twice does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            events.close();
            buffers.close();
            if (events.closedReason().isEmpty()) {
                door.close();
            }
        }
    }
}
