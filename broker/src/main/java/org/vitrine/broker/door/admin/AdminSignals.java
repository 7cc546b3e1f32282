package org.vitrine.broker.door.admin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.SignalDescription;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.generated.Admin1;
import org.vitrine.api.dbus.generated.AdminImage1;
import org.vitrine.api.dbus.generated.AdminProducer1;
import org.vitrine.api.dbus.generated.AdminSession1;
import org.vitrine.api.dbus.generated.ObjectManager;
import org.vitrine.broker.door.Emitter;
import org.vitrine.broker.door.Values;
import org.vitrine.broker.door.admin.AdminObjects.Shown;
import org.vitrine.broker.registry.AdminPaths;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.Ending;
import org.vitrine.broker.registry.ProducerSession;
import org.vitrine.broker.registry.RegistryListener;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.Fd;
import org.vitrine.wire.dispatch.StandardInterfaces;

/** Tells everybody who has called GetManagedObjects of objects that come and go. */
final class AdminSignals implements RegistryListener {
    private final AdminObjects objects;
    private final Emitter emitter;
    private final Set<UniqueName> subscribers = new LinkedHashSet<>();

    AdminSignals(AdminObjects objects, Emitter emitter) {
        this.objects = objects;
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
        added(objects.show(session));
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

    @Override
    public void sharingPaused(boolean paused) {
        List<Object> body = List.of(Admin1.NAME, Map.of("Paused", Values.flag(paused)), List.of());
        send(StandardInterfaces.PROPERTIES, StandardInterfaces.PROPERTIES_CHANGED, body);
    }

    private void added(Shown shown) {
        send(
                ObjectManager.DESCRIPTION,
                ObjectManager.INTERFACES_ADDED,
                new ObjectManager.InterfacesAddedSignal<>(shown.path(), shown.interfaces()).toBody());
    }

    private void removed(ObjectPath path, String interfaceName) {
        send(
                ObjectManager.DESCRIPTION,
                ObjectManager.INTERFACES_REMOVED,
                new ObjectManager.InterfacesRemovedSignal<Fd>(path, List.of(interfaceName)).toBody());
    }

    private void send(InterfaceDescription description, SignalDescription signal, List<Object> body) {
        subscribers.forEach(subscriber -> emitter.emit(subscriber, AdminPaths.ROOT, description, signal, body));
    }
}
