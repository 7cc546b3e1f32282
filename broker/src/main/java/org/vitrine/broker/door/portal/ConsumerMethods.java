package org.vitrine.broker.door.portal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.generated.Consumer1;
import org.vitrine.broker.access.Question;
import org.vitrine.broker.admission.Admission;
import org.vitrine.broker.admission.Ledger;
import org.vitrine.broker.admission.WatchedGrants;
import org.vitrine.broker.admission.Wish;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.delivery.BufferPage;
import org.vitrine.broker.delivery.Delivery;
import org.vitrine.broker.door.Call;
import org.vitrine.broker.door.ImageMetadata;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.registry.ConsumerSession;
import org.vitrine.broker.registry.FormatSet;
import org.vitrine.broker.registry.Generation;
import org.vitrine.broker.registry.PortalPaths;
import org.vitrine.broker.registry.Refusals;
import org.vitrine.broker.registry.SharedImage;
import org.vitrine.fd.Fd;
import org.vitrine.policy.Action;
import org.vitrine.wire.ReceivedFd;

/** Answers org.vitrine.Consumer1. */
final class ConsumerMethods implements Consumer1.Handler<Call, ReceivedFd, Fd> {
    private final Core core;
    private final Watchers watchers;
    private final Admission admission;
    private final AccessRequests requests;
    private final WatchedGrants watchedGrants;
    private final Ledger ledger;

    ConsumerMethods(Core core, Watchers watchers, Admission admission, AccessRequests requests) {
        this.core = core;
        this.watchers = watchers;
        this.admission = admission;
        this.requests = requests;
        this.watchedGrants = new WatchedGrants(core);
        this.ledger = new Ledger(core.helpers().journal());
    }

    @Override
    public CompletionStage<Consumer1.ListImagesOut<Fd>> listImages(Call call, Consumer1.ListImagesIn<ReceivedFd> in) {
        Options options = new Options(in.filter());
        ImageFilter filter = ImageFilter.of(options);
        options.flag("watch").ifPresent(watch -> watchers.set(call.caller(), watch));
        List<Consumer1.ListedImage<Fd>> images = core.registry().images().stream()
                .filter(image -> filter.fits(image) && core.isVisible(call.caller(), image))
                .map(image -> new Consumer1.ListedImage<>(image.path(), ImageMetadata.describe(image)))
                .toList();
        return done(new Consumer1.ListImagesOut<>(images));
    }

    @Override
    public CompletionStage<Consumer1.DescribeImageOut<Fd>> describeImage(
            Call call, Consumer1.DescribeImageIn<ReceivedFd> in) {
        return done(new Consumer1.DescribeImageOut<>(ImageMetadata.describe(visible(call.caller(), in.image()))));
    }

    @Override
    public CompletionStage<Consumer1.RequestAccessOut<Fd>> requestAccess(
            Call call, Consumer1.RequestAccessIn<ReceivedFd> in) {
        SharedImage image = visible(call.caller(), in.image());
        return done(new Consumer1.RequestAccessOut<>(
                requests.open(call.caller(), image, new Options(in.options())).path()));
    }

    @Override
    public CompletionStage<Consumer1.OpenImageOut<Fd>> openImage(Call call, Consumer1.OpenImageIn<ReceivedFd> in) {
        SharedImage image = visible(call.caller(), in.image());
        Options options = new Options(in.options());
        Action access = options.access();
        FormatSet formats = options.formats().orElse(FormatSet.ALL);
        core.sessions().requireCommonFormat(image, formats);
        Wish.Manner manner =
                new Wish.Manner(call.incoming().interactiveAllowed(), Question.Request.PLAIN, Optional.empty());
        return admission.admit(new Wish(call.caller(), image, access, manner)).thenCompose(admitted -> {
            CompletionStage<Generation> buffers =
                    core.sessions().buffers(call.caller(), image, admitted.grant(), formats);
            watchedGrants.used(admitted.grant());
            return buffers.thenApply(generation -> opened(call.caller(), image, generation, access));
        });
    }

    private Consumer1.OpenImageOut<Fd> opened(Caller caller, SharedImage image, Generation generation, Action access) {
        delivered(caller, access, image, generation, 1);
        int index = image.latestIndex();
        return new Consumer1.OpenImageOut<>(
                generation.number(),
                (long) index,
                generation.buffer(index),
                OpenDetails.of(access, image.sequence(), Delivery.isReadOnlyEnforced(generation, access)));
    }

    @Override
    public CompletionStage<Consumer1.OpenBuffersOut<Fd>> openBuffers(
            Call call, Consumer1.OpenBuffersIn<ReceivedFd> in) {
        core.sharing().requireOn();
        ConsumerSession session = core.sessions().session(call.caller(), in.session());
        return core.sessions().buffers(session, session.formats()).thenApply(generation -> {
            BufferPage page = page(generation, in.first());
            delivered(
                    call.caller(),
                    session.grant().access(),
                    session.image(),
                    generation,
                    page.buffers().size());
            return new Consumer1.OpenBuffersOut<>(generation.number(), page.buffers(), page.finished());
        });
    }

    @Override
    public CompletionStage<Consumer1.DescribeBuffersOut<Fd>> describeBuffers(
            Call call, Consumer1.DescribeBuffersIn<ReceivedFd> in) {
        ConsumerSession session = core.sessions().session(call.caller(), in.session());
        return core.sessions().buffers(session, FormatSet.ALL).thenApply(generation -> {
            BufferPage page = page(generation, in.first());
            return new Consumer1.DescribeBuffersOut<>(
                    generation.number(), Delivery.withoutDescriptors(page), page.finished());
        });
    }

    private void delivered(Caller caller, Action access, SharedImage image, Generation generation, int buffers) {
        core.counters().delivered(buffers);
        ledger.delivered(caller, access, image, generation, buffers);
    }

    private BufferPage page(Generation generation, long first) {
        return BufferPage.of(generation, first, core.limits().descriptorsPerMessage());
    }

    private SharedImage visible(Caller caller, ObjectPath path) {
        SharedImage image = core.registry().image(PortalPaths.imageSerial(path));
        if (image == null || !core.isVisible(caller, image)) {
            throw Refusals.noSuchImage();
        }
        return image;
    }

    private static <T> CompletionStage<T> done(T out) {
        return CompletableFuture.completedFuture(out);
    }
}
