package org.vitrine.checks.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.vitrine.api.dbus.BusName;
import org.vitrine.api.dbus.ObjectPath;
import org.vitrine.api.dbus.UniqueName;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.AdminGrants1;
import org.vitrine.api.dbus.generated.AdminJournal1;
import org.vitrine.api.dbus.generated.AdminQuestions1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.fd.Fd;
import org.vitrine.wire.Bus;
import org.vitrine.wire.BusOptions;
import org.vitrine.wire.PropertyReader;
import org.vitrine.wire.ReceivedFd;
import org.vitrine.wire.ServedInterface;
import org.vitrine.wire.ServedObject;
import org.vitrine.wire.Service;
import org.vitrine.wire.testing.PrivateBus;

/** Stands for a broker's admin door: has grants, questions and a journal as the test says. */
final class FakeAdmin implements Service<UniqueName>, AutoCloseable {
    private static final ObjectPath ROOT = new ObjectPath("/org/vitrine/Admin");

    private final Bus bus;
    private final Map<Long, Map<String, Variant<Fd>>> questions = new LinkedHashMap<>();
    private final List<AdminGrants1.ListedGrant<Fd>> grants = new ArrayList<>();
    private final List<String> journal = new ArrayList<>();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    FakeAdmin(PrivateBus privateBus) {
        bus = Bus.connect(privateBus.address(), BusOptions.named("fake"));
        bus.serve(this);
        bus.requestName(new BusName("org.vitrine.Admin"));
    }

    /** Returns what was called next, such as {@code answer 7 yes once}. */
    String nextCall() throws InterruptedException {
        String call = done.poll(20, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("nothing was called");
        }
        return call;
    }

    synchronized void addGrant(String app, String object, String answer) {
        grants.add(new AdminGrants1.ListedGrant<>(
                app, object, "read", answer, Map.of("persistence", Variant.of("s", "always"))));
    }

    synchronized void addJournal(String line) {
        journal.add(line);
    }

    synchronized void ask(UniqueName agent, long id, String sentence, boolean rememberable) {
        Map<String, Variant<Fd>> properties = new LinkedHashMap<>();
        properties.put("heading", Variant.of("s", "Share an image"));
        properties.put("sentence", Variant.of("s", sentence));
        properties.put("details", Variant.of("s", ""));
        properties.put("app", Variant.of("s", "org.example.Viewer"));
        properties.put("title", Variant.of("s", "Fr\u202Eont"));
        properties.put("rememberable", Variant.of("b", rememberable));
        questions.put(id, properties);
        bus.emit(
                agent,
                ROOT,
                AdminQuestions1.DESCRIPTION,
                AdminQuestions1.QUESTION_ASKED,
                new AdminQuestions1.QuestionAskedSignal<>(id, properties).toBody());
    }

    synchronized void withdraw(UniqueName agent, long id) {
        questions.remove(id);
        bus.emit(
                agent,
                ROOT,
                AdminQuestions1.DESCRIPTION,
                AdminQuestions1.QUESTION_ENDED,
                new AdminQuestions1.QuestionEndedSignal<Fd>(id).toBody());
    }

    @Override
    public CompletionStage<UniqueName> identify(UniqueName sender) {
        return CompletableFuture.completedFuture(sender);
    }

    @Override
    public void gone(UniqueName sender, UniqueName caller) {
        done.add("gone " + sender.value());
    }

    @Override
    public Optional<ServedObject<UniqueName>> object(UniqueName caller, ObjectPath path) {
        return path.equals(ROOT) ? Optional.of(this::interfaces) : Optional.empty();
    }

    @Override
    public List<String> children(UniqueName caller, ObjectPath path) {
        return List.of();
    }

    private List<ServedInterface<UniqueName>> interfaces() {
        return List.of(
                new ServedInterface<>(
                        AdminQuestions1.DESCRIPTION,
                        (caller, method, call) ->
                                AdminQuestions1.Handler.invoke(new Questions(), caller, method.name(), call.body()),
                        PropertyReader.none()),
                new ServedInterface<>(
                        AdminGrants1.DESCRIPTION,
                        (caller, method, call) ->
                                AdminGrants1.Handler.invoke(new Grants(), caller, method.name(), call.body()),
                        PropertyReader.none()),
                new ServedInterface<>(
                        AdminJournal1.DESCRIPTION,
                        (caller, method, call) ->
                                AdminJournal1.Handler.invoke(new Journal(), caller, method.name(), call.body()),
                        (caller, name) -> journalSize()));
    }

    private synchronized long journalSize() {
        return journal.size();
    }

    private static CompletionStage<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    private final class Questions implements AdminQuestions1.Handler<UniqueName, ReceivedFd, Fd> {
        @Override
        public CompletionStage<Void> registerAgent(UniqueName caller) {
            done.add("register " + caller.value());
            return nothing();
        }

        @Override
        public CompletionStage<Void> unregisterAgent(UniqueName caller) {
            done.add("unregister " + caller.value());
            return nothing();
        }

        @Override
        public CompletionStage<AdminQuestions1.ListQuestionsOut<Fd>> listQuestions(UniqueName caller) {
            synchronized (FakeAdmin.this) {
                return CompletableFuture.completedFuture(
                        new AdminQuestions1.ListQuestionsOut<>(questions.entrySet().stream()
                                .map(entry -> new AdminQuestions1.ListedQuestion<>(entry.getKey(), entry.getValue()))
                                .toList()));
            }
        }

        @Override
        public CompletionStage<Void> answer(UniqueName caller, AdminQuestions1.AnswerIn<ReceivedFd> in) {
            synchronized (FakeAdmin.this) {
                if (questions.remove(in.question()) == null) {
                    throw new VitrineException(ErrorName.NOT_FOUND, "no such question");
                }
            }
            done.add("answer " + in.question() + " " + in.answer() + " " + in.persistence());
            return nothing();
        }
    }

    private final class Grants implements AdminGrants1.Handler<UniqueName, ReceivedFd, Fd> {
        @Override
        public CompletionStage<AdminGrants1.ListGrantsOut<Fd>> listGrants(
                UniqueName caller, AdminGrants1.ListGrantsIn<ReceivedFd> in) {
            synchronized (FakeAdmin.this) {
                return CompletableFuture.completedFuture(new AdminGrants1.ListGrantsOut<>(grants.stream()
                        .filter(grant -> in.app().isEmpty() || grant.app().equals(in.app()))
                        .toList()));
            }
        }

        @Override
        public CompletionStage<Void> revokeGrant(UniqueName caller, AdminGrants1.RevokeGrantIn<ReceivedFd> in) {
            synchronized (FakeAdmin.this) {
                if (!grants.removeIf(
                        grant -> grant.app().equals(in.app()) && grant.object().equals(in.object()))) {
                    throw new VitrineException(ErrorName.NOT_FOUND, "no such grant");
                }
            }
            return nothing();
        }

        @Override
        public CompletionStage<Void> setGrant(UniqueName caller, AdminGrants1.SetGrantIn<ReceivedFd> in) {
            addGrant(in.app(), in.object(), in.answer());
            return nothing();
        }
    }

    private final class Journal implements AdminJournal1.Handler<UniqueName, ReceivedFd, Fd> {
        @Override
        public CompletionStage<AdminJournal1.ReadJournalOut<Fd>> readJournal(
                UniqueName caller, AdminJournal1.ReadJournalIn<ReceivedFd> in) {
            synchronized (FakeAdmin.this) {
                List<String> lines =
                        journal.stream().skip(in.after()).limit(in.most()).toList();
                return CompletableFuture.completedFuture(
                        new AdminJournal1.ReadJournalOut<>(in.after() + lines.size(), lines));
            }
        }
    }

    @Override
    public void close() {
        bus.close();
    }
}
