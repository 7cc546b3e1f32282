package org.vitrine.client;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.Session;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;

/** Asks the broker about one consumer session. */
final class SessionDoor {
    private final Door door;
    private final Consumer1.Client<Fd, OwnedFd> consumer;
    private final ObjectPath session;

    SessionDoor(Door door, ObjectPath session) {
        this.door = door;
        this.consumer = new Consumer1.Client<>(door.invoker(), PortalPaths.ROOT);
        this.session = session;
    }

    ObjectPath session() {
        return session;
    }

    /** Opens all buffers, page by page; begins again if they are replaced meanwhile. */
    SessionBuffers openBuffers() {
        List<DeliveredBuffer> buffers = new ArrayList<>();
        try {
            long generation = 0;
            boolean finished = false;
            while (!finished) {
                Consumer1.OpenBuffersOut<OwnedFd> page = Replies.await(consumer.openBuffers(session, buffers.size()));
                List<DeliveredBuffer> taken = DeliveredBuffer.takeAll(page.buffers());
                if (page.generation() != generation && !buffers.isEmpty()) {
                    taken.forEach(DeliveredBuffer::close);
                    buffers.forEach(DeliveredBuffer::close);
                    buffers.clear();
                } else {
                    buffers.addAll(taken);
                    finished = page.finished();
                }
                generation = page.generation();
            }
            return new SessionBuffers(generation, buffers);
        } catch (RuntimeException e) {
            buffers.forEach(DeliveredBuffer::close);
            throw e;
        }
    }

    void close() {
        if (door.isOpen()) {
            Replies.await(new Session.Client<>(door.invoker(), session).close());
        }
    }
}
