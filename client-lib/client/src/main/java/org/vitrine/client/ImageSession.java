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
    /** Keeps the connection from being taken for lost while somebody holds the session. */
    @SuppressWarnings("UnusedVariable")
    private final Vitrine keeper;

    private final SessionDoor door;
    private final SessionEvents events;
    private final Remembering remembered;
    private final Opened opened;
    private final LeakGuard guard;
    private long lastSequence;
    private long skipped;

    private ImageSession(Vitrine keeper, SessionDoor door, SessionEvents events, Remembering remembered) {
        this.keeper = keeper;
        this.door = door;
        this.events = events;
        this.remembered = remembered;
        SessionBuffers buffers = door.openBuffers();
        Opened held = new Opened(buffers);
        this.opened = held;
        this.guard = LeakGuard.over(this, () -> end(door, events, held.buffers));
    }

    static ImageSession begin(Vitrine keeper, SessionDoor door, SessionEvents events, Remembering remembered) {
        return new ImageSession(keeper, door, events, remembered);
    }

    /** Returns what is remembered of the user's yes, with the token to pass next time. */
    public Remembering remembered() {
        return remembered;
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
            if (frame.generation() != buffersNow().generation()) {
                reopen();
            }
        });
        return next;
    }

    private void reopen() {
        SessionBuffers newer = door.openBuffers();
        opened.buffers.close();
        opened.buffers = newer;
    }

    private SessionBuffers buffersNow() {
        if (guard.isClosed()) {
            throw new IllegalStateException("The session is closed");
        }
        return opened.buffers;
    }

    /**
     * Shows a frame's picture. The memory is the producer's own: some frames later it holds another picture.
     *
     * @return valid until the next call, or the session is closed
     * @throws VitrineException STALE_GENERATION if the image has got other buffers since: wait for the next frame;
     *     NOT_SUPPORTED if the processor can't read the format
     */
    public Pixels pixels(Frame frame) {
        if (frame.generation() != buffersNow().generation()
                || frame.index() >= buffersNow().count()) {
            throw new VitrineException(ErrorName.STALE_GENERATION, "The frame's buffer has been replaced");
        }
        return buffersNow().read(frame.index());
    }

    /** Returns the buffers by index, for import into a GPU. Valid until the image gets other buffers. */
    public List<Buffer<BorrowedFd>> buffers() {
        return buffersNow().all();
    }

    /** Returns how many buffers the image has. */
    public int bufferCount() {
        return buffersNow().count();
    }

    /** Returns what the storage of a buffer's first plane is. */
    public InspectedFd storage(int index) {
        return buffersNow().storage(index);
    }

    /** Returns how many frames were published that {@link #nextFrame} did not return. */
    public long skippedFrames() {
        return skipped;
    }

    /**
     * Returns why the broker closed the session, if it did: revoked, policy, expired, producer-gone, replaced,
     * shutdown.
     */
    public Optional<String> closedReason() {
        return events.closedReason();
    }

    ObjectPath path() {
        return door.session();
    }

    /** Ends the session and frees the buffers. Closing twice does nothing. */
    @Override
    public void close() {
        guard.close();
    }

    private static void end(SessionDoor door, SessionEvents events, SessionBuffers buffers) {
        events.close();
        buffers.close();
        if (events.closedReason().isEmpty()) {
            door.close();
        }
    }

    /** The buffers of the generation opened last, apart from the session so that they can be freed if it is lost. */
    private static final class Opened {
        private volatile SessionBuffers buffers;

        private Opened(SessionBuffers buffers) {
            this.buffers = buffers;
        }
    }
}
