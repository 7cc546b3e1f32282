package org.vitrine.client;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.Session;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/** Asks the broker about one consumer session. */
final class SessionDoor {
    /** A page has a buffer at least, so no generation has more pages; some are spare for replaced ones. */
    private static final int MAX_PAGES = 4 * Limits.DEFAULTS.buffersPerImage();

    private final Door door;
    private final Consumer1.Client<Fd, OwnedFd> consumer;
    private final ObjectPath session;

    SessionDoor(Door door, ObjectPath session) {
        this.door = door;
        this.consumer = new Consumer1.Client<>(door.patientInvoker(), PortalPaths.ROOT);
        this.session = session;
    }

    ObjectPath session() {
        return session;
    }

    /**
     * Opens all buffers, page by page; begins again if they are replaced meanwhile.
     *
     * @throws VitrineException INVALID_LAYOUT if the pages make no sense, and what the broker refuses
     */
    SessionBuffers openBuffers() {
        List<DeliveredBuffer> buffers = new ArrayList<>();
        try {
            long generation = openPages(buffers);
            return new SessionBuffers(generation, buffers);
        } catch (RuntimeException e) {
            buffers.forEach(DeliveredBuffer::close);
            throw e;
        }
    }

    private long openPages(List<DeliveredBuffer> buffers) {
        long generation = 0;
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            Consumer1.OpenBuffersOut<OwnedFd> page = Replies.await(consumer.openBuffers(session, buffers.size()));
            List<DeliveredBuffer> taken = DeliveredBuffer.takeAll(page.buffers());
            if (page.generation() != generation && !buffers.isEmpty()) {
                taken.forEach(DeliveredBuffer::close);
                buffers.forEach(DeliveredBuffer::close);
                buffers.clear();
            } else {
                buffers.addAll(taken);
                if (page.finished() && !buffers.isEmpty()) {
                    return page.generation();
                }
            }
            generation = page.generation();
        }
        throw new VitrineException(ErrorName.INVALID_LAYOUT, "The broker's pages of buffers have no end");
    }

    void close() {
        if (door.isOpen()) {
            Replies.awaitEnd(new Session.Client<>(door.invoker(), session).close());
        }
    }
}
