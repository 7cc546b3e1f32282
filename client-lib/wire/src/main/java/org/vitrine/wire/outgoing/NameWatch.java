package org.vitrine.wire.outgoing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.wire.Subscription;
import org.vitrine.wire.dispatch.PeerWatch;

/**
 * Watch who owns names, with one match rule a name: a rule for all names would wake us for every stranger. Safe from
 * any thread.
 */
public final class NameWatch implements PeerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(NameWatch.class);

    private final Driver driver;
    private final Map<String, List<Consumer<String>>> listeners = new HashMap<>();

    public NameWatch(Driver driver) {
        this.driver = driver;
    }

    /** Hear each new owner of a name on the reader thread; "" when nobody owns it any more. */
    Subscription watch(String name, Consumer<String> newOwner) {
        synchronized (listeners) {
            listeners
                    .computeIfAbsent(name, first -> {
                        addMatch(first);
                        return new CopyOnWriteArrayList<>();
                    })
                    .add(newOwner);
        }
        return () -> unwatch(name, newOwner);
    }

    @Override
    public Subscription onPeerGone(UniqueName peer, Runnable then) {
        AtomicBoolean over = new AtomicBoolean();
        Consumer<String> listener = owner -> {
            if (owner.isEmpty() && over.compareAndSet(false, true)) {
                then.run();
            }
        };
        Subscription watching = watch(peer.value(), listener);
        driver.nameHasOwner(peer.value()).thenAccept(alive -> {
            if (!alive) {
                listener.accept("");
            }
        });
        return () -> {
            over.set(true);
            watching.close();
        };
    }

    /** Pass on a NameOwnerChanged that the driver sent. Runs on the reader thread. */
    public void changed(String name, String newOwner) {
        List<Consumer<String>> heard;
        synchronized (listeners) {
            heard = listeners.getOrDefault(name, List.of());
        }
        heard.forEach(listener -> tell(listener, name, newOwner));
    }

    private static void tell(Consumer<String> listener, String name, String newOwner) {
        try {
            listener.accept(newOwner);
        } catch (RuntimeException e) {
            LOG.error("The change of owner of {} could not be handled", name, e);
        }
    }

    private void unwatch(String name, Consumer<String> listener) {
        synchronized (listeners) {
            List<Consumer<String>> left = listeners.getOrDefault(name, List.of());
            if (left.remove(listener) && left.isEmpty()) {
                listeners.remove(name);
                driver.removeMatch(rule(name));
            }
        }
    }

    private void addMatch(String name) {
        driver.addMatch(rule(name)).whenComplete((done, failure) -> {
            if (failure != null && !isDisconnected(failure)) {
                LOG.warn("The bus does not let us watch {}", name, failure);
            }
        });
    }

    private static boolean isDisconnected(Throwable failure) {
        return failure instanceof VitrineException e && e.name() == ErrorName.DISCONNECTED;
    }

    private static String rule(String name) {
        return "type='signal',sender='org.freedesktop.DBus',path='/org/freedesktop/DBus',"
                + "interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='" + name + "'";
    }
}
