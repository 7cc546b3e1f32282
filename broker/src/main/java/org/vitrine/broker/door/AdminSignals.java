package org.vitrine.broker.door;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.generated.AdminImage1;
import org.vitrine.api.dbus.generated.AdminProducer1;
import org.vitrine.api.dbus.generated.AdminSession1;
import org.vitrine.api.dbus.generated.ObjectManager;
import org.vitrine.broker.door.AdminObjects.Shown;
import org.vitrine.broker.registry.AdminPaths;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.Ending;
import org.vitrine.broker.registry.ProducerSession;
import org.vitrine.broker.registry.RegistryListener;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.Fd;

/** Tells everybody who has called GetManagedObjects of objects that come and go. */
final class AdminSignals implements RegistryListener {
    private final Emitter emitter;
    private final Set<UniqueName> subscribers = new LinkedHashSet<>();

    AdminSignals(Emitter emitter) {
        this.emitter = emitter;
    }

    void subscribe(UniqueName name) {
        subscribers.add(name);
    }

    void forget(UniqueName name) {
        subscribers.remove(name);
    }

    @Override
    public void producerAdded(ProducerSession producer) {
        added(AdminObjects.show(producer));
    }

    @Override
    public void imageAdded(SharedImage image) {
        added(AdminObjects.show(image));
    }

    @Override
    public void sessionAdded(ConsumerSession session) {
        added(AdminObjects.show(session));
    }

    @Override
    public void producerRemoved(ProducerSession producer, Ending ending) {
        removed(AdminPaths.producer(producer.serial()), AdminProducer1.NAME);
    }

    @Override
    public void imageRemoved(SharedImage image) {
        removed(AdminPaths.image(image.serial()), AdminImage1.NAME);
    }

    @Override
    public void sessionRemoved(ConsumerSession session, Ending ending) {
        removed(AdminPaths.session(session.serial()), AdminSession1.NAME);
    }

    private void added(Shown shown) {
        send(
                ObjectManager.INTERFACES_ADDED,
                new ObjectManager.InterfacesAddedSignal<>(shown.path(), shown.interfaces()).toBody());
    }

    private void removed(ObjectPath path, String interfaceName) {
        send(
                ObjectManager.INTERFACES_REMOVED,
                new ObjectManager.InterfacesRemovedSignal<Fd>(path, List.of(interfaceName)).toBody());
    }

    private void send(SignalDescription signal, List<Object> body) {
        subscribers.forEach(
                subscriber -> emitter.emit(subscriber, AdminPaths.ROOT, ObjectManager.DESCRIPTION, signal, body));
    }
}
