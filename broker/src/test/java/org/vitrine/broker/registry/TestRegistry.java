package org.vitrine.broker.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.api.Limits;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.FourCc;
import org.vitrine.api.image.Plane;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.identity.Caller;
import org.vitrine.broker.intake.AcceptedBuffers;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.policy.Action;
import org.vitrine.policy.Decision;
import org.vitrine.policy.Sandbox;
import org.vitrine.policy.Subject;
import org.vitrine.policy.User;

/** Sets a registry up with desks, and remembers what it told. */
final class TestRegistry implements RegistryListener {
    static final Grant GRANT = new Grant(Action.READ, Decision.BY_DEFAULT);

    final Registry registry = new Registry();
    final Endings endings = new Endings(registry);
    final List<String> told = new ArrayList<>();
    final List<Map.Entry<Duration, Runnable>> alarms = new ArrayList<>();
    final ProducerDesk producers;
    final SessionDesk sessions;
    private int peers;

    TestRegistry(Limits limits) {
        Quota quota = new Quota(registry, limits, 8);
        producers = new ProducerDesk(registry, quota, endings);
        sessions = new SessionDesk(registry, quota, endings, this::setAlarm);
        registry.listen(this);
    }

    private Runnable setAlarm(Duration delay, Runnable work) {
        Map.Entry<Duration, Runnable> alarm = Map.entry(delay, work);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    Caller join() {
        return join("", Sandbox.NONE);
    }

    Caller join(String appId, Sandbox sandbox) {
        Caller caller = new Caller(
                new UniqueName(":1." + ++peers), 1000, Optional.empty(), new Subject(appId, sandbox, User.OWN));
        registry.join(caller);
        return caller;
    }

    SharedImage advertise(ProducerSession session, int buffers) {
        return producers.advertise(session, traits(), buffers == 0 ? Optional.empty() : Optional.of(accepted(buffers)));
    }

    static ImageTraits traits() {
        return new ImageTraits("x", List.of(), false, Optional.empty(), Optional.of(FormatSet.ALL));
    }

    static AcceptedBuffers accepted(int count) {
        List<OwnedFd> fds = new ArrayList<>();
        List<Buffer<OwnedFd>> buffers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OwnedFd fd = Memfd.create("vitrine-test", 64);
            fds.add(fd);
            buffers.add(new Buffer<>(4, 4, DrmFormat.linear(FourCc.of("XR24")), List.of(new Plane<>(fd, 0, 16))));
        }
        return new AcceptedBuffers(buffers, fds, true);
    }

    void closeRetired() {
        registry.takeRetired().forEach(OwnedFd::close);
    }

    @Override
    public void imageRemoved(SharedImage image) {
        told.add("imageRemoved");
    }

    @Override
    public void sessionRemoved(ConsumerSession session, Ending ending) {
        told.add("sessionRemoved " + ending.word());
    }

    @Override
    public void producerRemoved(ProducerSession producer, Ending ending) {
        told.add("producerRemoved " + ending.word());
    }

    @Override
    public void buffersWanted(SharedImage image, FormatSet formats) {
        told.add("buffersWanted");
    }
}
