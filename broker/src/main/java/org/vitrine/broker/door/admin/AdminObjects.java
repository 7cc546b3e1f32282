package org.vitrine.broker.door.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.dbus.InterfaceDescription;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.AdminImage1;
import org.vitrine.api.dbus.generated.AdminProducer1;
import org.vitrine.api.dbus.generated.AdminSession1;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.door.ImageMetadata;
import org.vitrine.broker.door.Values;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.AdminPaths;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.ProducerSession;
import org.vitrine.broker.registry.Registry;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.Fd;
import org.vitrine.policy.Basis;
import org.vitrine.policy.Decision;
import org.vitrine.policy.ProcessFacts;
import org.vitrine.policy.Remembered;
import org.vitrine.policy.Rule;
import org.vitrine.policy.RuleSource;

/** Shows producers, images and sessions as objects of the admin door. */
final class AdminObjects {
    private final Registry registry;
    private final AdminArrivals arrivals;

    AdminObjects(Registry registry, AdminArrivals arrivals) {
        this.registry = registry;
        this.arrivals = arrivals;
    }

    /**
     * Shows one object.
     *
     * @param path where it is found
     * @param description its interface
     * @param properties its properties in the interface's order
     */
    record Shown(ObjectPath path, InterfaceDescription description, Map<String, Variant<Fd>> properties) {
        Map<String, Map<String, Variant<Fd>>> interfaces() {
            return Map.of(description.name(), properties);
        }
    }

    Optional<Shown> find(ObjectPath path) {
        Optional<Shown> producer =
                registry.producer(AdminPaths.producerSerial(path)).map(AdminObjects::show);
        Optional<Shown> image = Optional.ofNullable(registry.image(AdminPaths.imageSerial(path)))
                .map(AdminObjects::show);
        Optional<Shown> session =
                registry.consumer(AdminPaths.sessionSerial(path)).map(this::show);
        return producer.or(() -> image).or(() -> session);
    }

    Map<ObjectPath, Map<String, Map<String, Variant<Fd>>>> all() {
        Map<ObjectPath, Map<String, Map<String, Variant<Fd>>>> all = new LinkedHashMap<>();
        registry.producers().forEach(producer -> put(all, show(producer)));
        registry.images().forEach(image -> put(all, show(image)));
        registry.consumers().forEach(session -> put(all, show(session)));
        return all;
    }

    private static void put(Map<ObjectPath, Map<String, Map<String, Variant<Fd>>>> all, Shown shown) {
        all.put(shown.path(), shown.interfaces());
    }

    static Shown show(ProducerSession producer) {
        Map<String, Variant<Fd>> properties = peer(producer.owner());
        properties.put("Uid", Values.uint32(producer.owner().uid()));
        properties.put("Images", Values.uint32(producer.imageCount()));
        return new Shown(AdminPaths.producer(producer.serial()), AdminProducer1.DESCRIPTION, properties);
    }

    static Shown show(SharedImage image) {
        Map<String, Variant<Fd>> properties = new LinkedHashMap<>();
        properties.put(
                "Producer", Values.path(AdminPaths.producer(image.producer().serial())));
        properties.put("Image", Values.path(image.path()));
        properties.put("Properties", Values.options(ImageMetadata.describe(image)));
        return new Shown(AdminPaths.image(image.serial()), AdminImage1.DESCRIPTION, properties);
    }

    Shown show(ConsumerSession session) {
        Map<String, Variant<Fd>> properties = peer(session.owner());
        properties.put("Image", Values.path(AdminPaths.image(session.image().serial())));
        properties.put("Access", Values.text(session.grant().access().word()));
        describe(session.grant(), properties);
        properties.put("Since", Values.uint64(arrivals.of(session).toEpochMilli()));
        return new Shown(AdminPaths.session(session.serial()), AdminSession1.DESCRIPTION, properties);
    }

    private static void describe(Grant grant, Map<String, Variant<Fd>> properties) {
        Decision decision = grant.decision();
        String source =
                decision.rule().map(Rule::source).map(RuleSource::toString).orElse("");
        String remembered = decision.basis() instanceof Basis.OfGrant(Remembered said) ? said.object() : "";
        properties.put("Rule", Values.text(decision.ruleName()));
        properties.put("RuleSource", Values.text(source));
        properties.put("Basis", Values.text(AdminWords.basisOf(grant)));
        properties.put(
                "Grant",
                Values.text(grant.remembered().map(key -> key.images().object()).orElse(remembered)));
    }

    private static Map<String, Variant<Fd>> peer(Caller caller) {
        Map<String, Variant<Fd>> properties = new LinkedHashMap<>();
        properties.put("App", Values.text(caller.appId()));
        properties.put("Sandbox", Values.text(caller.subject().sandbox().word()));
        properties.put("BusName", Values.text(caller.name().value()));
        properties.put("Pid", Values.uint32(caller.pid()));
        ProcessFacts process = caller.subject().process();
        properties.put("Evidence", Values.text(process.evidence().word()));
        properties.put("Unit", Values.text(process.unit()));
        properties.put("Executable", Values.text(process.executable()));
        return properties;
    }
}
