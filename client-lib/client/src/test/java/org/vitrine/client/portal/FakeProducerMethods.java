package org.vitrine.client.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.api.dbus.generated.Producer1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.RawBuffer;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.ReceivedFd;

/** Producer1 without any check. */
final class FakeProducerMethods implements Producer1.Handler<UniqueName, ReceivedFd, Fd> {
    private final FakePortal portal;

    FakeProducerMethods(FakePortal portal) {
        this.portal = portal;
    }

    @Override
    public CompletionStage<Producer1.RegisterProducerOut<Fd>> registerProducer(
            UniqueName caller, Producer1.RegisterProducerIn<ReceivedFd> in) {
        ObjectPath session =
                FakePortal.ROOT.child("session").child(caller.asPathElement()).child("producer");
        return CompletableFuture.completedFuture(new Producer1.RegisterProducerOut<>(session));
    }

    @Override
    public CompletionStage<Producer1.AdvertiseOut<Fd>> advertise(
            UniqueName caller, Producer1.AdvertiseIn<ReceivedFd> in) {
        long serial = portal.images.size() + 1L;
        ObjectPath path = FakePortal.ROOT.child("image").child(Long.toString(serial));
        FakeImage image = new FakeImage(caller, path, in.properties(), take(in.buffers()));
        portal.images.put(serial, image);
        List<Object> body = new Consumer1.ImageAddedSignal<>(path, image.metadata()).toBody();
        portal.watchers.forEach(watcher ->
                portal.bus.emit(watcher, FakePortal.ROOT, Consumer1.DESCRIPTION, Consumer1.IMAGE_ADDED, body));
        return CompletableFuture.completedFuture(new Producer1.AdvertiseOut<>(path));
    }

    private static List<RawBuffer<OwnedFd>> take(List<RawBuffer<ReceivedFd>> buffers) {
        List<RawBuffer<OwnedFd>> taken = new ArrayList<>();
        for (RawBuffer<ReceivedFd> buffer : buffers) {
            Map<ReceivedFd, OwnedFd> once = new HashMap<>();
            taken.add(buffer.map(fd -> once.computeIfAbsent(fd, ReceivedFd::take)));
        }
        return taken;
    }

    @Override
    public CompletionStage<Void> publish(UniqueName caller, Producer1.PublishIn<ReceivedFd> in) {
        FakeImage image = find(in.image());
        image.latest = in.index();
        image.sequence++;
        for (FakePortal.FakeSession session : portal.sessions) {
            if (session.image() == image) {
                List<Object> body = new Consumer1.FramePublishedSignal<>(
                                session.path(), image.generation, image.latest, image.sequence, in.frame())
                        .toBody();
                portal.bus.emit(
                        session.owner(), FakePortal.ROOT, Consumer1.DESCRIPTION, Consumer1.FRAME_PUBLISHED, body);
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> withdraw(UniqueName caller, Producer1.WithdrawIn<ReceivedFd> in) {
        FakeImage image = find(in.image());
        portal.images.values().remove(image);
        image.close();
        return CompletableFuture.completedFuture(null);
    }

    private FakeImage find(ObjectPath path) {
        return portal.images.values().stream()
                .filter(image -> image.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new VitrineException(ErrorName.NOT_FOUND, "There is no such image"));
    }

    @Override
    public CompletionStage<Producer1.AdvertiseRemoteOut<Fd>> advertiseRemote(
            UniqueName caller, Producer1.AdvertiseRemoteIn<ReceivedFd> in) {
        throw new VitrineException(ErrorName.NOT_ALLOWED, "Not here");
    }

    @Override
    public CompletionStage<Void> addBuffers(UniqueName caller, Producer1.AddBuffersIn<ReceivedFd> in) {
        throw new VitrineException(ErrorName.NOT_ALLOWED, "Not here");
    }

    @Override
    public CompletionStage<Void> replaceBuffers(UniqueName caller, Producer1.ReplaceBuffersIn<ReceivedFd> in) {
        FakeImage image = find(in.image());
        if (in.generation() != image.generation + 1) {
            throw new VitrineException(ErrorName.STALE_GENERATION, "That is not the next generation");
        }
        image.close();
        image.buffers = take(in.buffers());
        image.generation = in.generation();
        image.latest = 0;
        return CompletableFuture.completedFuture(null);
    }
}
