package org.vitrine.broker.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Admin1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.registry.AdminPaths;
import org.vitrine.broker.registry.Ending;
import org.vitrine.broker.registry.PortalPaths;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.Registry;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.policy.Action;
import org.vitrine.policy.Explanation;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;
import org.vitrine.wire.ReceivedFd;

/** Answers org.vitrine.Admin1. */
final class AdminMethods implements Admin1.Handler<Call, ReceivedFd, Fd> {
    private final Core core;
    private final PolicyReload policyReload;
    private final Barrier portalBarrier;
    private final DropCount dropCount;

    AdminMethods(Core core, PolicyReload policyReload, Barrier portalBarrier, DropCount dropCount) {
        this.core = core;
        this.policyReload = policyReload;
        this.portalBarrier = portalBarrier;
        this.dropCount = dropCount;
    }

    @Override
    public CompletionStage<Void> revoke(Call call, Admin1.RevokeIn<ReceivedFd> in) {
        if (!end(in.object())) {
            throw new VitrineException(
                    ErrorName.NOT_FOUND, "There is no such producer, image or session: see GetManagedObjects");
        }
        return closeAfterReplies();
    }

    private boolean end(ObjectPath path) {
        Registry registry = core.registry();
        var producer = registry.producer(AdminPaths.producerSerial(path));
        var session = registry.consumer(AdminPaths.sessionSerial(path));
        SharedImage image = registry.image(AdminPaths.imageSerial(path));
        producer.ifPresent(found -> core.endings().end(found, Ending.REVOKED));
        session.ifPresent(found -> core.endings().end(found, Ending.REVOKED));
        if (image != null) {
            core.endings().end(image, Ending.REVOKED);
        }
        return producer.isPresent() || session.isPresent() || image != null;
    }

    /** Replies that the portal door made before this was revoked may still carry its descriptors: wait for them. */
    private CompletionStage<Void> closeAfterReplies() {
        List<OwnedFd> retired = core.registry().takeRetired();
        return portalBarrier.passed().handle((_, _) -> {
            Core.close(retired);
            return null;
        });
    }

    @Override
    public CompletionStage<Admin1.ExplainOut<Fd>> explain(Call call, Admin1.ExplainIn<ReceivedFd> in) {
        Action access = Options.accessOf(in.access());
        SharedImage image = image(in.image());
        Sandbox sandbox = in.app().isEmpty() ? Sandbox.NONE : Sandbox.FLATPAK;
        Subject subject = core.registry().callers().stream()
                .map(caller -> caller.subject())
                .filter(known -> known.appId().equals(in.app()))
                .findFirst()
                .orElse(new Subject(in.app(), sandbox, User.OWN));
        Explanation explanation = core.gate().explain(subject, access, image.facts());
        return CompletableFuture.completedFuture(
                new Admin1.ExplainOut<>(explanation.decision().effect().word(), ExplainedRules.describe(explanation)));
    }

    private SharedImage image(ObjectPath path) {
        SharedImage atPortal = core.registry().image(PortalPaths.imageSerial(path));
        SharedImage atAdmin = core.registry().image(AdminPaths.imageSerial(path));
        SharedImage image = atPortal == null ? atAdmin : atPortal;
        if (image == null) {
            throw Refusals.noSuchImage();
        }
        return image;
    }

    @Override
    public CompletionStage<Admin1.ReloadPolicyOut<Fd>> reloadPolicy(Call call) {
        return policyReload
                .read()
                .thenCompose(policy -> core.lock().with(() -> {
                    PolicyChange.apply(core, policy);
                    return closeAfterReplies()
                            .thenApply(_ -> new Admin1.ReloadPolicyOut<>(
                                    (long) policy.rules().size()));
                }));
    }

    @Override
    public CompletionStage<Admin1.GetStatisticsOut<Fd>> getStatistics(Call call) {
        Registry registry = core.registry();
        Map<String, Variant<Fd>> statistics = new LinkedHashMap<>();
        statistics.put("producers", Values.uint32(registry.producers().size()));
        statistics.put("images", Values.uint32(registry.images().size()));
        statistics.put("sessions", Values.uint32(registry.consumers().size()));
        statistics.put("requests", Values.uint32(registry.requestCount()));
        statistics.put("rules", Values.uint32(core.gate().ruleCount()));
        statistics.put("descriptors", Values.uint32(registry.descriptorCount()));
        statistics.put("delivered_buffers", Values.uint64(core.counters().deliveredBuffers()));
        statistics.put("refused_offers", Values.uint64(core.counters().refusedOffers()));
        statistics.put("dropped_messages", Values.uint64(dropCount.dropped()));
        statistics.put("uptime_ms", Values.uint64(core.counters().uptimeMs()));
        return CompletableFuture.completedFuture(new Admin1.GetStatisticsOut<>(statistics));
    }
}
