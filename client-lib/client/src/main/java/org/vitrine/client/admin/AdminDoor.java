package org.vitrine.client.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.Admin1;
import org.vitrine.api.dbus.generated.AdminGrants1;
import org.vitrine.api.dbus.generated.AdminImage1;
import org.vitrine.api.dbus.generated.AdminJournal1;
import org.vitrine.api.dbus.generated.AdminProducer1;
import org.vitrine.api.dbus.generated.AdminQuestions1;
import org.vitrine.api.dbus.generated.AdminSession1;
import org.vitrine.api.dbus.generated.ObjectManager;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusInvoker;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.Subscription;
import org.vitrine.wire.dispatch.StandardInterfaces;
import org.vitrine.wire.message.MessageLimits;

/**
 * Connects to the broker's admin door.
 *
 * <p>Each method blocks for the broker's answer, and throws what it refuses. Safe for use by many threads, but not on
 * the bus's reader thread, where listeners are called.
 */
public final class AdminDoor implements AutoCloseable {
    static final ObjectPath ROOT = new ObjectPath("/org/vitrine/Admin");

    private final Bus bus;
    private final AdminOptions options;
    private final BusInvoker invoker;
    private final Admin1.Client<Fd, OwnedFd> admin;
    private final AdminGrants1.Client<Fd, OwnedFd> grants;
    private final AdminQuestions1.Client<Fd, OwnedFd> questions;
    private final AdminJournal1.Client<Fd, OwnedFd> journal;
    private final ObjectManager.Client<Fd, OwnedFd> manager;

    private AdminDoor(Bus bus, AdminOptions options) {
        this.invoker = bus.invoker(options.adminName(), options.timeout());
        this.bus = bus;
        this.options = options;
        this.admin = new Admin1.Client<>(invoker, ROOT);
        this.grants = new AdminGrants1.Client<>(invoker, ROOT);
        this.questions = new AdminQuestions1.Client<>(invoker, ROOT);
        this.journal = new AdminJournal1.Client<>(invoker, ROOT);
        this.manager = new ObjectManager.Client<>(invoker, ROOT);
    }

    /**
     * Connects to a broker's admin door.
     *
     * @throws VitrineException DISCONNECTED if there is no bus
     */
    public static AdminDoor connect(AdminOptions options) {
        BusOptions busOptions = BusOptions.named("admin").withMessages(MessageLimits.PROTOCOL);
        return new AdminDoor(Bus.connect(options.busAddress(), busOptions), options);
    }

    /** Lists all that is shared now. */
    public SharedThings shared() {
        List<AdminProducer> producers = new ArrayList<>();
        List<AdminImage> images = new ArrayList<>();
        List<AdminSession> sessions = new ArrayList<>();
        Answers.await(manager.getManagedObjects()).objects().forEach((path, interfaces) -> {
            interfaces.forEach((name, properties) -> {
                Values values = new Values(properties);
                switch (name) {
                    case AdminProducer1.NAME -> producers.add(AdminProducer.of(path, values));
                    case AdminImage1.NAME -> images.add(AdminImage.of(path, values));
                    case AdminSession1.NAME -> sessions.add(AdminSession.of(path, values));
                    default -> {} // of a later broker
                }
            });
        });
        producers.sort(Comparator.comparingLong(AdminProducer::id));
        images.sort(Comparator.comparingLong(AdminImage::id));
        sessions.sort(Comparator.comparingLong(AdminSession::id));
        return new SharedThings(producers, images, sessions);
    }

    /** Lists who looks at what. */
    public List<AdminSession> sessions() {
        return shared().sessions();
    }

    /** Lists who shares. */
    public List<AdminProducer> producers() {
        return shared().producers();
    }

    /** Lists what is shared. */
    public List<AdminImage> images() {
        return shared().images();
    }

    /**
     * Takes back a session, an image or a producer, by its object at the admin door. Once this returns nothing is
     * handed out on its account any more.
     *
     * @throws VitrineException NOT_FOUND if there is none
     */
    public void revoke(ObjectPath object) {
        Answers.await(admin.revoke(object));
    }

    /** Closes all sessions of an application, and forgets what is remembered of it; empty for unknown programs. */
    public Taken revokeApp(String app) {
        var taken = Answers.await(admin.revokeApp(app));
        return new Taken(taken.sessions(), taken.grants());
    }

    /** Closes all sessions, and forgets all that is remembered. Images stay advertised. */
    public Taken revokeAll() {
        var taken = Answers.await(admin.revokeAll());
        return new Taken(taken.sessions(), taken.grants());
    }

    /** Hands out nothing until {@link #resume}. */
    public void pause() {
        Answers.await(admin.pause());
    }

    /** Lets sharing go on. */
    public void resume() {
        Answers.await(admin.resume());
    }

    /** Returns whether all sharing is paused. */
    public boolean isPaused() {
        return property(Admin1.NAME, "Paused") instanceof Boolean paused && paused;
    }

    /**
     * Says what the broker would answer, and why, without doing anything.
     *
     * @param who the consumer's application id, or the unique name of its connection
     * @param image the image's object, of either door
     * @param access read or write
     * @throws VitrineException NOT_FOUND if there is no such image or connection, INVALID_ARGUMENT
     */
    public Explained explain(String who, ObjectPath image, String access) {
        return Explained.of(Answers.await(admin.explain(who, image, access)));
    }

    /**
     * Reads the rule files again.
     *
     * @return how many rules are in force now
     * @throws VitrineException FAILED with file, line and column if one has an error; the old rules stay in force
     */
    public long reloadPolicy() {
        return Answers.await(admin.reloadPolicy()).rules();
    }

    /**
     * Lists what is remembered.
     *
     * @param app of this application; empty for all
     */
    public List<RememberedGrant> grants(String app) {
        return Answers.await(grants.listGrants(app)).grants().stream()
                .map(RememberedGrant::of)
                .toList();
    }

    /**
     * Forgets what is remembered, and closes the sessions that rest on it.
     *
     * @throws VitrineException NOT_FOUND if there is nothing
     */
    public void revokeGrant(String app, String object) {
        Answers.await(grants.revokeGrant(app, object));
    }

    /**
     * Remembers an answer as if the user had given it.
     *
     * @param access read or write
     * @param answer always, ask or never
     */
    public void setGrant(String app, String object, String access, String answer) {
        Answers.await(grants.setGrant(app, object, access, answer));
    }

    /** Becomes an agent, which is told of questions until the subscription is closed. */
    public Subscription answerQuestions(QuestionListener listener) {
        return Agent.register(bus, options.adminName(), questions, listener);
    }

    /**
     * Answers a question.
     *
     * @throws VitrineException NOT_FOUND if it does not wait any more
     */
    public void answer(long question, AnswerWord word) {
        Answers.await(questions.answer(question, word.answer(), word.persistence()));
    }

    /**
     * Reads the journal.
     *
     * @param after only entries with greater numbers
     * @param most how many at most, 1 to 1000
     */
    public JournalPage journal(long after, int most) {
        var page = Answers.await(journal.readJournal(after, most));
        return new JournalPage(page.last(), page.lines());
    }

    /** Returns the number of the last entry of the journal; 0 if there is none. */
    public long lastOfJournal() {
        return property(AdminJournal1.NAME, "Last") instanceof Long last ? last : 0;
    }

    private Object property(String interfaceName, String name) {
        List<Object> reply = Answers.await(invoker.invoke(
                ROOT, StandardInterfaces.PROPERTIES, StandardInterfaces.GET, List.of(interfaceName, name)));
        return ((Variant<?>) reply.getFirst()).value();
    }

    /** Tells when the connection to the bus is lost. */
    public CompletionStage<Void> lost() {
        return bus.lost();
    }

    /** Leaves the bus. Closing twice does nothing. */
    @Override
    public void close() {
        bus.close();
    }
}
