package org.vitrine.broker.door.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Producer1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.broker.admission.Ledger;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Call;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.intake.AcceptedBuffers;
import org.vitrine.broker.intake.RemoteDescriptors;
import org.vitrine.broker.registry.ImageTraits;
import org.vitrine.broker.registry.ProducerSession;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.Fd;
import org.vitrine.policy.Action;
import org.vitrine.policy.Decision;
import org.vitrine.policy.ImageFacts;
import org.vitrine.wire.ReceivedFd;

/** Answers org.vitrine.Producer1. */
final class ProducerMethods implements Producer1.Handler<Call, ReceivedFd, Fd> {
    private static final long NO_SERIAL = 0;

    private final Core core;
    private final PortalSignals signals;
    private final RemoteDescriptors remoteDescriptors;
    private final Ledger ledger;

    ProducerMethods(Core core, PortalSignals signals, RemoteDescriptors remoteDescriptors) {
        this.core = core;
        this.signals = signals;
        this.remoteDescriptors = remoteDescriptors;
        this.ledger = new Ledger(core.helpers().journal());
    }

    @Override
    public CompletionStage<Producer1.RegisterProducerOut<Fd>> registerProducer(
            Call call, Producer1.RegisterProducerIn<ReceivedFd> in) {
        Options options = new Options(in.options());
        var token = options.token("session_handle_token");
        requireAllowed(
                call.caller(),
                new ImageFacts(call.caller().appId(), "", List.of()),
                core.gate().decideOnProducing(call.caller().subject()));
        ProducerSession session = core.producers().register(call.caller(), token);
        return done(new Producer1.RegisterProducerOut<>(session.path()));
    }

    @Override
    public CompletionStage<Producer1.AdvertiseOut<Fd>> advertise(Call call, Producer1.AdvertiseIn<ReceivedFd> in) {
        ProducerSession session = core.producers().session(call.caller(), in.session());
        SharedImage image = advertise(call.caller(), session, in.properties(), in.buffers());
        return done(new Producer1.AdvertiseOut<>(image.path()));
    }

    @Override
    public CompletionStage<Producer1.AdvertiseRemoteOut<Fd>> advertiseRemote(
            Call call, Producer1.AdvertiseRemoteIn<ReceivedFd> in) {
        ProducerSession session = core.producers().session(call.caller(), in.session());
        core.producers().checkRoomForImage(session);
        try (RemoteDescriptors.Cloned cloned = remoteDescriptors.clone(call.caller(), in.buffers())) {
            SharedImage image = advertise(call.caller(), session, in.properties(), cloned.buffers());
            return done(new Producer1.AdvertiseRemoteOut<>(image.path()));
        }
    }

    private SharedImage advertise(
            Caller caller,
            ProducerSession session,
            Map<String, Variant<ReceivedFd>> properties,
            List<RawBuffer<ReceivedFd>> offered) {
        ImageTraits traits = ImageOffer.traits(properties, !offered.isEmpty(), core.limits());
        ImageFacts facts = new ImageFacts(caller.appId(), traits.title(), traits.tags());
        Decision decision = core.gate().decide(caller.subject(), Action.PRODUCE, facts);
        requireAllowed(caller, facts, decision);
        core.producers().checkRoomForImage(session);
        SharedImage image = advertise(session, traits, offered);
        ledger.decidedOnProducing(caller, facts, image.serial(), decision);
        return image;
    }

    private SharedImage advertise(ProducerSession session, ImageTraits traits, List<RawBuffer<ReceivedFd>> offered) {
        if (offered.isEmpty()) {
            return core.producers().advertise(session, traits, Optional.empty());
        }
        AcceptedBuffers accepted = accept(offered, traits.writable());
        return keepOrClose(accepted, () -> core.producers().advertise(session, traits, Optional.of(accepted)));
    }

    @Override
    public CompletionStage<Void> addBuffers(Call call, Producer1.AddBuffersIn<ReceivedFd> in) {
        SharedImage image = core.producers().image(call.caller(), in.image());
        if (in.buffers().isEmpty()) {
            throw Options.invalid("buffers is empty, give at least one");
        }
        AcceptedBuffers accepted = accept(in.buffers(), image.traits().writable());
        return keepOrClose(accepted, () -> {
            core.producers().addBuffers(image, in.generation(), accepted);
            return done();
        });
    }

    @Override
    public CompletionStage<Void> replaceBuffers(Call call, Producer1.ReplaceBuffersIn<ReceivedFd> in) {
        SharedImage image = core.producers().image(call.caller(), in.image());
        if (in.buffers().isEmpty()) {
            throw Options.invalid("buffers is empty, give at least one");
        }
        AcceptedBuffers accepted = accept(in.buffers(), image.traits().writable());
        return keepOrClose(accepted, () -> {
            core.producers().replaceBuffers(image, in.generation(), accepted);
            return done();
        });
    }

    @Override
    public CompletionStage<Void> publish(Call call, Producer1.PublishIn<ReceivedFd> in) {
        SharedImage image = core.producers().image(call.caller(), in.image());
        Map<String, Variant<Fd>> frame = FrameNote.check(in.frame());
        core.producers().publish(image, in.index());
        if (!core.sharing().isPaused()) {
            signals.framePublished(image, frame);
        }
        return done();
    }

    @Override
    public CompletionStage<Void> withdraw(Call call, Producer1.WithdrawIn<ReceivedFd> in) {
        core.producers().withdraw(core.producers().image(call.caller(), in.image()));
        return done();
    }

    private AcceptedBuffers accept(List<RawBuffer<ReceivedFd>> offered, boolean writable) {
        try {
            return core.intake().accept(offered, writable);
        } catch (VitrineException e) {
            core.counters().refusedOffer();
            throw e;
        }
    }

    private static <T> T keepOrClose(AcceptedBuffers accepted, Supplier<T> keep) {
        boolean kept = false;
        try {
            T result = keep.get();
            kept = true;
            return result;
        } finally {
            if (!kept) {
                Core.close(accepted.descriptors());
            }
        }
    }

    private void requireAllowed(Caller caller, ImageFacts image, Decision decision) {
        if (!decision.allows()) {
            ledger.decidedOnProducing(caller, image, NO_SERIAL, decision);
            throw new VitrineException(
                    ErrorName.NOT_ALLOWED, "No rule lets this program produce the image: see docs/policy.md");
        }
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private static <T> CompletionStage<T> done(T out) {
        return CompletableFuture.completedFuture(out);
    }
}
