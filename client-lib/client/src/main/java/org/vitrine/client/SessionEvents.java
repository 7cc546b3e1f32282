package org.vitrine.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.Session;
import org.vitrine.wire.Subscription;

/** Hears what happens to one consumer session, and keeps the newest frame until somebody wants it. */
final class SessionEvents implements AutoCloseable {
    private final Object lock = new Object();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private @Nullable Frame newest;
    private @Nullable String closedReason;

    /** Begins to listen, before the session is asked for, so that nothing is missed. */
    static SessionEvents of(Door door, ObjectPath session) {
        SessionEvents events = new SessionEvents();
        events.subscriptions.add(door.on(PortalPaths.ROOT, Consumer1.NAME, Consumer1.FRAME_PUBLISHED.name(), body -> {
            Consumer1.FramePublishedSignal<?> signal = Consumer1.FramePublishedSignal.fromBody(body);
            if (signal.session().equals(session)) {
                events.published(Frame.of(signal));
            }
        }));
        events.subscriptions.add(door.on(session, Session.NAME, Session.CLOSED.name(), body -> {
            Variant<?> reason = Session.ClosedSignal.fromBody(body).details().get("reason");
            events.closed(reason != null && reason.value() instanceof String text ? text : "");
        }));
        events.subscriptions.add(door.onLost(() -> events.closed("shutdown")));
        return events;
    }

    Optional<Frame> nextFrame(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (lock) {
            while (newest == null && closedReason == null) {
                long leftMs = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (leftMs <= 0) {
                    return Optional.empty();
                }
                try {
                    lock.wait(leftMs);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
            }
            Frame frame = newest;
            newest = null;
            return Optional.ofNullable(frame);
        }
    }

    Optional<String> closedReason() {
        synchronized (lock) {
            return Optional.ofNullable(closedReason);
        }
    }

    private void published(Frame frame) {
        synchronized (lock) {
            newest = frame;
            lock.notifyAll();
        }
    }

    private void closed(String reason) {
        synchronized (lock) {
            if (closedReason == null) {
                closedReason = reason;
            }
            lock.notifyAll();
        }
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
